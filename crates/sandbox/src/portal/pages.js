// The pages of the sample portal, and which address is the app's.

/** The path under which the app owns the address. */
export const APP = "/portal/apps/dialdesk";

/** Whether an address is the app's: it ends there, or goes on with a slash. */
export const isApp = (path) => path === APP || path.startsWith(`${APP}/`);

const PAGES = {
  "/portal/": { title: "home", text: "homeText", items: 0 },
  "/portal/news": { title: "news", text: "newsText", items: 60 },
  "/portal/shifts": { title: "shifts", text: "shiftsText", items: 8 },
  // Begins with the letters of the app's path and is none of its.
  "/portal/apps/dialdesk-archive": { title: "archive", text: "archiveText", items: 3 },
};

const MENU = [
  ["/portal/", "home"],
  ["/portal/news", "news"],
  ["/portal/shifts", "shifts"],
  [`${APP}/campaigns`, "campaigns"],
  [`${APP}/lists`, "lists"],
  [`${APP}/import`, "import"],
  ["/portal/apps/dialdesk-archive", "archive"],
];

const make = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });

/** The links of the menu. */
export function menu(words) {
  const list = document.createElement("ul");
  for (const [href, word] of MENU) {
    const link = Object.assign(make("a", words[word]), { href });
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  return list;
}

/** What stands on the page of a path, and its title. */
export function page(path, words) {
  const found = PAGES[path];
  const title = found ? words[found.title] : words.missing;
  const heading = Object.assign(make("h1", title), { tabIndex: -1 });
  const parts = [heading, make("p", found ? words[found.text] : words.missingText)];
  for (let n = 1; n <= (found?.items ?? 0); n += 1) parts.push(make("h2", words.item(n)), make("p", words.itemText));
  return { title, parts };
}
