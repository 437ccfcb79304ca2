// The stand-alone page owns its document, so it takes over what the element only tells a host: its title and language.
const app = document.querySelector("dialdesk-app");

app.addEventListener("title", (event) => {
  document.title = event.detail.title;
});

app.addEventListener("locale", (event) => {
  document.documentElement.lang = event.detail.locale;
});
