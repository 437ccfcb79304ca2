// Defines <dialdesk-app>: the one border between a page and the WebAssembly app.
//
// This module keeps its name; the three files it loads carry a hash in theirs. `cargo xtask assemble` writes their
// names into the placeholders below. It uses no inline script or style and touches nothing outside its element.

const GLUE = new URL("__DIALDESK_GLUE__", import.meta.url);
const WASM = new URL("__DIALDESK_WASM__", import.meta.url);
const STYLE = new URL("__DIALDESK_STYLE__", import.meta.url);

/** What the element says before (or instead of) the app; the app's own words live in Rust. */
const WORDS = {
  en: {
    loading: "Loading Dialdesk…",
    failed: "Dialdesk could not be loaded. Check the connection and try again.",
    crashed: "Dialdesk stopped because of a fault of its own. Reload the page to go on; look at the server before you repeat what was under way.",
    misused: "Dialdesk cannot start: the page that embeds it has set it up wrongly. Whoever looks after this page finds the reason in the browser’s console.",
    retry: "Try again",
    reload: "Reload the page",
  },
  it: {
    loading: "Caricamento di Dialdesk…",
    failed: "Non è stato possibile caricare Dialdesk. Controlla la connessione e riprova.",
    crashed: "Dialdesk si è fermato per un proprio difetto. Ricarica la pagina per continuare; guarda il server prima di ripetere ciò che era in corso.",
    misused: "Dialdesk non può avviarsi: la pagina che lo incorpora lo ha configurato male. Chi gestisce questa pagina trova il motivo nella console del browser.",
    retry: "Riprova",
    reload: "Ricarica la pagina",
  },
};

/** How long the host page has to answer when it is asked for a sign-in. */
const TOKEN_MS = 30_000;

/** The attributes of which a change starts the app anew; the others are followed while it runs. */
const STARTS_ANEW = ["api-base", "base-path", "standalone"];

/** A load shorter than this shows nothing, so that a fast one does not flash. */
const QUIET_MS = 300;

let loading;

/** The elements with a running app, and what the app said when it died. */
const running = new Set();
let dead;

/**
 * After a panic no element calls the wasm again, and none starts before the page is loaded anew. What the app itself
 * listens to on the window, and its timers, cannot be taken back by then: a link below the base path may still be
 * followed, and do nothing.
 */
function crash(message) {
  dead = message;
  for (const element of running) element.crashed();
  running.clear();
}

/** Loads glue, wasm and style once for every element of the page; a failure is forgotten so that a retry can work. */
function load() {
  loading ??= (async () => {
    const [glue, style] = await Promise.all([import(GLUE), fetchStyle()]);
    await glue.default({ module_or_path: WASM });
    return { glue, style };
  })().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchStyle() {
  const response = await fetch(STYLE);
  if (!response.ok) throw new Error(`style: ${response.status}`);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await response.text());
  return sheet;
}

class DialdeskApp extends HTMLElement {
  static observedAttributes = ["locale", "theme", ...STARTS_ANEW];

  #handle = null;
  #starting = false;
  #wasMounted = false;
  #restarting = false;
  #signedOut = false;
  #wanted;
  #provider = null;
  #leaving;

  constructor() {
    super();
    // Set before this module was there, it would hide the property of the class.
    if (Object.hasOwn(this, "tokenProvider")) {
      const early = this.tokenProvider;
      delete this.tokenProvider;
      this.tokenProvider = early;
    }
  }

  /** Asked for a sign-in: `(reason) => Promise<{ scheme: "Bearer" | "Basic", value: string }>`, or null. */
  get tokenProvider() {
    return this.#provider;
  }

  set tokenProvider(provider) {
    this.#provider = typeof provider === "function" ? provider : null;
    this.#handle?.provide(this.#provider !== null);
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (STARTS_ANEW.includes(name)) {
      // Also where the app refused to start with what was there before.
      if (this.#wasMounted) this.#restart();
    } else if (name === "locale") this.#handle?.locale(now ?? "");
    else this.#handle?.theme(now ?? "");
  }

  connectedCallback() {
    // A move in the document disconnects and connects again at once: the running app is kept.
    this.#start();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#stop();
    });
  }

  /** Shows the screen at `path`, which is relative to the base path ("/lists"); one that is not there yet, when it is. */
  navigate(path) {
    if (!this.#handle) this.#wanted = String(path);
    else if (!this.#handle.navigate(String(path))) console.warn(`dialdesk-app: no screen has the path ${path}`);
  }

  /** Answers whether the app may be left, and asks the admin where something would be lost. */
  canLeave() {
    if (!this.#handle) return Promise.resolve(true);
    if (!this.#leaving) {
      const leaving = {};
      leaving.answer = new Promise((resolve) => (leaving.resolve = resolve));
      this.#leaving = leaving;
      this.#handle.mayLeave((mayLeave) => this.#left(mayLeave));
      return leaving.answer;
    }
    return this.#leaving.answer;
  }

  /** Ends the sign-in, and with it everything that was entered. */
  logout() {
    if (!this.#handle) return;
    this.#signedOut = true;
    this.#restart();
  }

  /** Shows that the app has died; called for every element of the page. */
  crashed() {
    this.#handle = null;
    this.#left(true);
    this.#say("crashed", "reload", () => location.reload());
    this.#emit("fatal", { message: dead });
  }

  async #start() {
    if (this.#starting || this.#handle) return;
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    if (dead !== undefined) return this.crashed();
    this.#starting = true;
    const slow = setTimeout(() => this.#say("loading"), QUIET_MS);
    try {
      const { glue, style } = await load();
      clearTimeout(slow);
      if (!this.isConnected) return;
      root.adoptedStyleSheets = [style];
      this.#mount(glue, root);
    } catch (error) {
      this.#say("failed", "retry", () => this.#start());
      this.#emit("fatal", { message: String(error) });
    } finally {
      clearTimeout(slow);
      this.#starting = false;
    }
  }

  #mount(glue, root) {
    const place = document.createElement("div");
    place.className = "dialdesk";
    root.replaceChildren(place);
    running.add(this);
    this.#wasMounted = true;
    try {
      this.#handle = glue.mount(this, place, {
        apiBase: this.getAttribute("api-base") ?? "",
        basePath: this.getAttribute("base-path") ?? "",
        standalone: this.hasAttribute("standalone"),
        view: this.getAttribute("view") ?? "",
        locale: this.getAttribute("locale") ?? "",
        theme: this.getAttribute("theme") ?? "",
        provided: this.#provider !== null,
        signedOut: this.#signedOut,
        ask: (reason) => this.#ask(reason),
        fatal: crash,
      });
    } catch (error) {
      running.delete(this);
      // A panic has said so already.
      if (dead !== undefined) return;
      console.error(error);
      this.#say("misused");
      this.#emit("fatal", { message: String(error) });
      return;
    }
    this.#signedOut = false;
    const wanted = this.#wanted;
    this.#wanted = undefined;
    if (wanted !== undefined) this.navigate(wanted);
    this.#emit("ready");
  }

  #stop() {
    running.delete(this);
    this.#handle?.unmount();
    this.#handle = null;
    this.#left(true);
    this.shadowRoot?.replaceChildren();
  }

  /** Starts the app anew, once for all that has changed in this turn. */
  #restart() {
    if (this.#restarting) return;
    this.#restarting = true;
    queueMicrotask(() => {
      this.#restarting = false;
      if (!this.isConnected) return;
      this.#stop();
      this.#start();
    });
  }

  /** Answers whoever asked whether the app may be left; one that is gone may. */
  #left(mayLeave) {
    const leaving = this.#leaving;
    this.#leaving = undefined;
    leaving?.resolve(mayLeave);
  }

  /** Asks the host page for a sign-in: a pair of texts, or the word for why there is none. */
  async #ask(reason) {
    let timer;
    const silence = Symbol("silence");
    const waited = new Promise((resolve) => (timer = setTimeout(resolve, TOKEN_MS, silence)));
    try {
      // In a function of its own, so that a provider that throws at once is like one that rejects.
      const answer = await Promise.race([(async () => this.#provider.call(this, reason))(), waited]);
      return answer === silence ? "silence" : [answer?.scheme, answer?.value];
    } catch (error) {
      // For the developer of the host page; the admin is told in place.
      console.error("dialdesk-app: tokenProvider failed:", error);
      return "failure";
    } finally {
      clearTimeout(timer);
    }
  }

  #words() {
    const wanted = this.getAttribute("locale") || document.documentElement.lang || navigator.language;
    return wanted.startsWith("it") ? WORDS.it : WORDS.en;
  }

  #say(key, action, act) {
    const text = document.createElement("p");
    text.setAttribute("role", key === "loading" ? "status" : "alert");
    text.textContent = this.#words()[key];
    const parts = [text];
    if (action) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = this.#words()[action];
      button.addEventListener("click", act);
      parts.push(button);
    }
    const box = document.createElement("div");
    box.className = "boot";
    box.append(...parts);
    this.shadowRoot.replaceChildren(box);
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: false }));
  }
}

if (!customElements.get("dialdesk-app")) customElements.define("dialdesk-app", DialdeskApp);
