//! Reading that stops at a limit: no header, archive or compressed stream decides how much memory or time it takes.

use std::io::{self, BufRead, Read};

/// A stream that fails after a number of bytes, so that what unpacks without end ends.
#[derive(Debug)]
pub struct Bounded<R> {
    inner: R,
    left: u64,
    limit: u64,
}

impl<R> Bounded<R> {
    /// The stream, cut off after `limit` bytes.
    pub fn new(inner: R, limit: u64) -> Self {
        Self {
            inner,
            left: limit,
            limit,
        }
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            // One byte more tells a stream that ends here from one that goes on.
            let ends = self.inner.read(&mut [0u8; 1])? == 0;
            return if ends {
                Ok(0)
            } else {
                Err(io::Error::other(format!(
                    "unpacks to more than {} bytes",
                    self.limit
                )))
            };
        }
        let room = usize::try_from(self.left)
            .unwrap_or(usize::MAX)
            .min(buffer.len());
        let read = self
            .inner
            .read(buffer.get_mut(..room).unwrap_or_default())?;
        self.left -= read as u64;
        Ok(read)
    }
}

/// All bytes of a stream, or why not: it fails, or holds more than `limit`.
pub fn all(reader: impl Read, limit: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    match Bounded::new(reader, limit).read_to_end(&mut bytes) {
        Ok(_) => Ok(bytes),
        Err(e) => Err(format!("{e} (after {} bytes)", bytes.len())),
    }
}

/// Up to `length` bytes from where the stream stands; fewer only at its end.
pub fn start(reader: &mut impl Read, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    match reader.by_ref().take(length as u64).read_to_end(&mut bytes) {
        // What came before the fault is worth reading; the fault comes again with the next bytes.
        Err(e) if bytes.is_empty() => Err(e),
        _ => Ok(bytes),
    }
}

/// The bytes of one line with its end; empty at the end of the stream. A longer line comes in parts of `limit` bytes.
pub fn line(reader: &mut impl BufRead, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.by_ref().take(limit).read_until(b'\n', &mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_of_the_length_of_the_limit_is_whole() {
        assert_eq!(all(&b"12345"[..], 5).unwrap(), b"12345");
        assert!(
            all(&b"123456"[..], 5)
                .unwrap_err()
                .contains("more than 5 bytes")
        );
        assert!(all(io::repeat(0), 1_000).is_err());
    }
}
