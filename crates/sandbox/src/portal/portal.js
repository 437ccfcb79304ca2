// The sample portal: a small router of its own that shows one page, or the app, in one document.

import { APP, isApp, menu, page } from "./pages.js";
import { WORDS } from "./words.js";

const by = (id) => document.getElementById(id);
const content = by("content");

/** Who is signed in to the portal; the name is invented. */
let person = "Marta Rinaldi";
let app = null;
/** The address of the page that is shown; the address bar may be ahead of it. */
let shown = null;
const work = { dirty: false, busy: false };

const words = () => WORDS[by("language").value];

/** The portal's own back end gives a fresh token each time. */
async function tokenProvider() {
  if (!person) throw new Error("nobody is signed in to the portal");
  const answer = await fetch("/portal/token", { method: "POST" });
  if (!answer.ok) throw new Error(`the portal answers ${answer.status}`);
  const { token } = await answer.json();
  return { scheme: "Bearer", value: token };
}

function makeApp() {
  app = document.createElement("dialdesk-app");
  app.setAttribute("base-path", APP);
  setLook();
  app.tokenProvider = tokenProvider;
  app.addEventListener("title", ({ detail }) => (document.title = `${detail.title} · Ortensia Energia`));
  app.addEventListener("route", mark);
  for (const kind of ["dirty", "busy"]) {
    app.addEventListener(kind, ({ detail }) => {
      work[kind] = detail[kind];
      sayWork();
    });
  }
}

function setLook() {
  app?.setAttribute("locale", by("language").value);
  app?.setAttribute("theme", by("theme").value);
}

function sayWork() {
  by("work").textContent = work.busy ? words().busy : work.dirty ? words().dirty : "";
}

/** Shows what stands in the address bar. */
function show() {
  const path = location.pathname;
  if (isApp(path)) {
    if (!app) makeApp();
    if (!content.contains(app)) content.replaceChildren(app);
    app.hidden = false;
  } else {
    const { title, parts } = page(path, words());
    const keeps = app && (work.dirty || work.busy);
    // Back cannot be stopped: what would be lost stays out of sight until somebody returns to it.
    if (keeps) app.hidden = true;
    else drop();
    content.replaceChildren(...parts, ...(keeps ? [app] : []));
    document.title = `${title} · Ortensia Energia`;
  }
  shown = path;
  mark();
}

function drop() {
  app?.remove();
  app = null;
  Object.assign(work, { dirty: false, busy: false });
  sayWork();
}

/** Marks where we are. */
function mark() {
  const path = location.pathname;
  for (const link of by("menu").querySelectorAll("a")) {
    const own = new URL(link.href).pathname;
    const here = own === path || (own.startsWith(`${APP}/`) && path.startsWith(`${own}/`));
    if (here) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

/** Goes to another address, unless somebody stays for what would be lost. */
async function go(path) {
  const leaves = app && !app.hidden && !isApp(path);
  if (leaves && !(await app.canLeave())) return;
  if (leaves) drop();
  history.pushState(null, "", path);
  show();
  // The app learns only from its own links, Back and Forward where it is: this is neither.
  if (isApp(path)) app.navigate(path.slice(APP.length));
  else {
    scrollTo(0, 0);
    content.querySelector("h1").focus();
  }
}

document.addEventListener("click", (event) => {
  const link = event.composedPath().find((part) => part instanceof HTMLAnchorElement);
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !isPlain || link.origin !== location.origin || !link.pathname.startsWith("/portal/")) return;
  // While the app is shown, links to its screens are its own.
  if (isApp(link.pathname) && app && !app.hidden) return;
  if (link.getAttribute("href").startsWith("#")) return;
  event.preventDefault();
  go(link.pathname);
});

addEventListener("popstate", () => {
  if (isApp(location.pathname) && isApp(shown)) mark();
  else show();
});

function draw() {
  document.documentElement.lang = by("language").value;
  for (const part of document.querySelectorAll("[data-word]")) part.textContent = words()[part.dataset.word];
  by("menu").setAttribute("aria-label", words().menu);
  by("menu").replaceChildren(menu(words()));
  by("who").textContent = person ?? words().guest;
  by("sign").textContent = person ? words().signOut : words().signIn;
  sayWork();
  mark();
}

by("language").addEventListener("change", () => {
  draw();
  setLook();
  if (!isApp(location.pathname)) show();
});

by("theme").addEventListener("change", () => {
  document.documentElement.dataset.theme = by("theme").value;
  setLook();
});

by("sign").addEventListener("click", async () => {
  if (person && app && !(await app.canLeave())) return;
  person = person ? null : "Marta Rinaldi";
  if (!person) app?.logout();
  by("user").open = false;
  draw();
});

draw();
show();
