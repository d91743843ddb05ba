//! A browser driven over the WebDriver protocol (<https://www.w3.org/TR/webdriver2/>): the few commands the tests need.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

/// A headless Chromium with nothing but the page in it; closed when dropped.
pub struct Browser {
    driver: Child,
    session: String,
    agent: ureq::Agent,
    _profile: TempDir,
}

/// Switches for a browser without a screen that asks nothing of the network.
const SWITCHES: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

impl Browser {
    /// A new browser; nothing where this machine has none.
    pub fn start() -> Option<Self> {
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let Some(port) = port(&mut driver) else {
            driver.kill().ok();
            return None;
        };
        let profile = TempDir::new().unwrap();
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .build();
        let mut browser = Self {
            driver,
            session: String::new(),
            agent: config.into(),
            _profile: profile,
        };
        let root = format!("http://127.0.0.1:{port}/session");
        let made = browser.call("POST", &root, &browser.capabilities());
        let Some(id) = made["sessionId"].as_str() else {
            eprintln!("no browser session: {made}");
            return None;
        };
        browser.session = format!("{root}/{id}");
        // A window that nobody looks at has no focus of its own, and newer browsers then tell a page of none.
        browser.devtools(
            "Emulation.setFocusEmulationEnabled",
            json!({"enabled": true}),
        );
        Some(browser)
    }

    fn capabilities(&self) -> Value {
        let mut switches: Vec<String> = SWITCHES.iter().map(|s| s.to_string()).collect();
        switches.push(format!(
            "--user-data-dir={}",
            self._profile.path().display()
        ));
        json!({"capabilities": {"alwaysMatch": {
            "browserName": "chrome",
            "goog:chromeOptions": {"args": switches},
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
        }}})
    }

    fn call(&self, method: &str, url: &str, body: &Value) -> Value {
        let sent = match method {
            "POST" => self
                .agent
                .post(url)
                .content_type("application/json")
                .send(body.to_string()),
            _ => self.agent.delete(url).call(),
        };
        let text = sent.unwrap().body_mut().read_to_string().unwrap();
        serde_json::from_str::<Value>(&text).unwrap()["value"].take()
    }

    fn post(&self, command: &str, body: Value) -> Value {
        let value = self.call("POST", &format!("{}/{command}", self.session), &body);
        assert!(value.get("error").is_none(), "{command}: {value}");
        value
    }

    /// A command of the browser's own protocol.
    pub fn devtools(&self, command: &str, parameters: Value) {
        self.post(
            "goog/cdp/execute",
            json!({"cmd": command, "params": parameters}),
        );
    }

    /// The window's size and the reader's taste.
    pub fn look(&self, width: u32, theme: &str) {
        let size = json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false});
        self.devtools("Emulation.setDeviceMetricsOverride", size);
        let features = json!([
            {"name": "prefers-color-scheme", "value": theme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({"features": features}));
    }

    /// Opens an address and forgets what was asked for before.
    pub fn open(&self, address: &str) {
        self.post("url", json!({"url": "about:blank"}));
        self.requests();
        self.post("url", json!({"url": address}));
    }

    /// Whether an expression is or becomes true within some seconds: a slow machine runs a page's script late.
    pub fn comes_true(&self, expression: &str) -> bool {
        let is_true = || {
            let is_true = self.value(expression) == true;
            if !is_true {
                std::thread::sleep(Duration::from_millis(100));
            }
            is_true
        };
        (0..100).any(|_| is_true())
    }

    /// The value of an expression in the page.
    pub fn value(&self, expression: &str) -> Value {
        self.post(
            "execute/sync",
            json!({"script": format!("return ({expression})"), "args": []}),
        )
    }

    /// Runs statements in the page; the last argument is the function that takes the answer.
    pub fn answer(&self, statements: &str) -> Value {
        self.post("execute/async", json!({"script": statements, "args": []}))
    }

    /// Runs statements in the page.
    pub fn run(&self, statements: &str) {
        self.post("execute/sync", json!({"script": statements, "args": []}));
    }

    fn element(&self, selector: &str) -> String {
        let found = self.post(
            "element",
            json!({"using": "css selector", "value": selector}),
        );
        let id = found.as_object().unwrap().values().next().unwrap();
        id.as_str().unwrap().to_string()
    }

    /// Clicks like a person: the element has to be visible and uncovered.
    pub fn click(&self, selector: &str) {
        let element = self.element(selector);
        self.post(&format!("element/{element}/click"), json!({}));
    }

    /// Types into an element.
    pub fn type_into(&self, selector: &str, text: &str) {
        let element = self.element(selector);
        self.post(&format!("element/{element}/value"), json!({"text": text}));
    }

    /// Presses one key wherever the focus is.
    pub fn press(&self, key: &str) {
        let strokes = json!([{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]);
        self.post(
            "actions",
            json!({"actions": [{"type": "key", "id": "keyboard", "actions": strokes}]}),
        );
    }

    /// The page as it would be printed on A4.
    pub fn print(&self) -> Vec<u8> {
        let paper = json!({"page": {"width": 21.0, "height": 29.7}});
        from_base64(self.post("print", paper).as_str().unwrap())
    }

    /// What the page wrote to the console since it was opened.
    pub fn console(&self) -> Vec<String> {
        let entries = self.post("se/log", json!({"type": "browser"}));
        entries
            .as_array()
            .unwrap()
            .iter()
            .map(|e| e["message"].to_string())
            .collect()
    }

    /// Addresses that were asked for since the page was opened, its own among them.
    pub fn requests(&self) -> Vec<String> {
        let entries = self.post("se/log", json!({"type": "performance"}));
        let message =
            |e: &Value| serde_json::from_str::<Value>(e["message"].as_str().unwrap()).unwrap();
        let messages = entries.as_array().unwrap().iter().map(message);
        let sent = messages.filter(|m| m["message"]["method"] == "Network.requestWillBeSent");
        sent.map(|m| {
            m["message"]["params"]["request"]["url"]
                .as_str()
                .unwrap_or_default()
                .to_string()
        })
        .collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            let _ = self.agent.delete(&self.session).call();
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// The bytes of a base64 text (RFC 4648, section 4).
fn from_base64(text: &str) -> Vec<u8> {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let sixes: Vec<u32> = text
        .chars()
        .filter_map(|c| ALPHABET.find(c))
        .map(|six| six as u32)
        .collect();
    let bytes = sixes.chunks(4).flat_map(|four| {
        let word = four.iter().fold(0, |word, six| word << 6 | six) << (6 * (4 - four.len()));
        (1..four.len()).map(move |place| (word >> (24 - 8 * place)) as u8)
    });
    bytes.collect()
}

/// The port the driver says it listens on.
fn port(driver: &mut Child) -> Option<u16> {
    let lines = BufReader::new(driver.stdout.take()?).lines();
    let mut lines = lines.map_while(Result::ok);
    let port = lines.find_map(|l| {
        l.split("started successfully on port ")
            .nth(1)?
            .trim_end_matches('.')
            .parse()
            .ok()
    });
    // The driver must not stop at a full pipe.
    std::thread::spawn(move || lines.for_each(drop));
    port
}
