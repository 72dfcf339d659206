// What only the browser can do: the theme, the cursor, sending with Enter, choosing a suggestion, handing in files.
"use strict";

(() => {
  const root = document.documentElement;
  const themes = ["auto", "light", "dark"];

  function showTheme() {
    const theme = localStorage.getItem("theme") || "auto";
    const dark = theme === "dark" || (theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
    root.dataset.theme = dark ? "dark" : "light";
    root.lang = "en";
  }
  showTheme();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", showTheme);

  window.nextTheme = () => {
    const now = root.dataset.theme === "dark" ? "light" : "dark";
    localStorage.setItem("theme", themes.includes(now) ? now : "auto");
    showTheme();
  };

  window.focusOn = (id) => {
    let tries = 0;
    const attempt = () => {
      const element = document.getElementById(id);
      if (element && !element.closest("[inert]")) element.focus({ preventScroll: tries === 0 && !element.closest(".modal") });
      else if (++tries < 20) setTimeout(attempt, 20);
    };
    setTimeout(attempt, 10);
  };

  window.setValue = (id, name, value) => {
    const element = document.getElementById(id);
    if (!element || (element === document.activeElement && name === "value" && element.value && value)) return;
    element[name] = value;
  };

  // Where one is, in the address bar; the back button leads back.
  window.goTo = (address) => {
    if (location.pathname + location.search !== address) history.pushState({}, "", address);
  };
  addEventListener("popstate", () => emitEvent("went", Object.fromEntries(new URLSearchParams(location.search))));

  // Writing.
  function take(box, offer) {
    box.value = offer.dataset.line;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.focus();
  }
  function offersOf(box) {
    return [...(box.closest(".composer")?.querySelectorAll(".offer") || [])];
  }
  window.sendNow = (event, emit) => {
    const box = event.target.closest(".composer").querySelector("textarea");
    emit(box.value);
    box.value = "";
    box.focus();
  };
  window.sendOnEnter = (event, emit) => {
    const offers = offersOf(event.target);
    const at = offers.findIndex((offer) => offer.classList.contains("on"));
    if (offers.length && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const next = (at + step + offers.length + (at < 0 && step < 0 ? 1 : 0)) % offers.length;
      offers.forEach((offer, index) => offer.classList.toggle("on", index === next));
      return;
    }
    if (offers.length && (event.key === "Tab" && !event.shiftKey || (event.key === "Enter" && at >= 0))) {
      event.preventDefault();
      take(event.target, offers[Math.max(at, 0)]);
      return;
    }
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      emit(event.target.value);
      event.target.value = "";
    }
  };

  window.handIn = async (input, key, who) => {
    const form = new FormData();
    form.append("key", key);
    form.append("who", who);
    for (const file of input.files) form.append("file", file);
    const empty = !input.files.length;
    if (empty) return [];
    const response = await fetch("/hand-in", { method: "POST", body: form });
    input.value = "";
    return response.ok ? response.json() : [];
  };

  addEventListener("click", (event) => {
    const offer = event.target.closest?.(".offer");
    if (offer) take(offer.closest(".composer").querySelector("textarea"), offer);
    if (floating && !floating.beside.contains(event.target)) closeFloating();
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target) || event.target.closest(".choices button")) menu.open = false;
    }
  });
  // A menu opens where there is room for it, whatever it stands in.
  function place(list, beside) {
    const at = beside.getBoundingClientRect();
    const { width, height } = list.getBoundingClientRect();
    const below = at.bottom + 4 + height < innerHeight - 8;
    list.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - 4 - height)}px`;
    list.style.left = `${Math.max(8, Math.min(at.right - width, innerWidth - width - 8))}px`;
  }
  addEventListener("toggle", (event) => {
    const menu = event.target;
    if (menu.matches?.("details.menu") && menu.open) place(menu.querySelector(".choices"), menu.querySelector("summary"));
  }, true);
  let floating = null;
  window.openBeside = (id, beside) => {
    closeFloating();
    const list = document.getElementById(id);
    floating = { list, beside: document.getElementById(beside) };
    list.classList.add("shown");
    place(list, floating.beside);
    list.querySelector("button").focus({ preventScroll: true });
  };
  function closeFloating() {
    floating?.list.classList.remove("shown");
    floating = null;
  }
  addEventListener("scroll", (event) => {
    if (event.target.closest?.(".choices")) return;
    closeFloating();
    for (const menu of document.querySelectorAll("details.menu[open]")) menu.open = false;
  }, true);
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    const question = document.querySelector(".layer.question:not(.hidden) footer .btn");
    const modal = document.querySelector(".sheet.modal > header .x");
    if (question || modal) {
      event.stopPropagation();
      (question || modal).click();
      return;
    }
    if (floating) {
      floating.beside.focus();
      closeFloating();
      event.stopPropagation();
    }
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
      event.stopPropagation();
    }
  }, true);
})();
