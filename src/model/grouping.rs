//! Articles of a collection by the events they tell.

/// The events of a collection, in the order of their days, those without a day last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grouping {
    /// One group an event; every article of the collection stands in exactly one.
    pub groups: Vec<Group>,
}

impl Grouping {
    /// How many matters have two articles or more, where related events are one matter.
    pub fn matters(&self) -> usize {
        let mut seen = vec![false; self.groups.len()];
        let sizes = (0..self.groups.len()).map(|group| self.spread(group, &mut seen));
        sizes.filter(|articles| *articles > 1).count()
    }

    /// Articles of a group and of all that are related to it, step by step; none of those seen before.
    fn spread(&self, group: usize, seen: &mut [bool]) -> usize {
        let mut articles = 0;
        let mut waiting = vec![group];
        while let Some(next) = waiting.pop() {
            let Some(place) = seen.get_mut(next).filter(|seen| !**seen) else {
                continue;
            };
            *place = true;
            if let Some(group) = self.groups.get(next) {
                articles += group.members.len();
                waiting.extend(&group.related);
            }
        }
        articles
    }
}

/// The articles that tell one event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// Its articles in the order of their days, then of their words.
    pub members: Vec<Member>,
    /// Other events that tell of the same matter at another time, as indices of groups, the nearest first.
    pub related: Vec<usize>,
}

/// One article of a group.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Member {
    /// Its index in the collection.
    pub article: usize,
    /// How sure it is that it tells this event, 0 to 1; of an article alone, that no other tells its event.
    pub certainty: f64,
    /// Another event that it was close to.
    pub also: Option<Near>,
}

/// An event that an article was close to without being part of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    /// Index of the group.
    pub group: usize,
    /// How sure it would have been there, 0 to 1.
    pub certainty: f64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(articles: usize, related: &[usize]) -> Group {
        Group {
            members: vec![Member::default(); articles],
            related: related.to_vec(),
        }
    }

    #[test]
    fn related_events_are_one_matter_and_articles_alone_are_none() {
        let of = |groups: Vec<Group>| Grouping { groups }.matters();
        assert_eq!(of(vec![group(3, &[1]), group(2, &[0]), group(1, &[])]), 1);
        assert_eq!(of(vec![group(3, &[]), group(2, &[])]), 2);
        assert_eq!(of(vec![group(1, &[1]), group(1, &[0])]), 1);
        assert_eq!(of(vec![group(1, &[]), group(1, &[])]), 0);
    }
}
