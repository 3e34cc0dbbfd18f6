/* Keeps text that was not sent on this device, and offers it back. Everything works without this script.
 *
 * Each text has a mark of its own. Only when the server says in the address that it kept the text with that mark
 * (?bewaard=mark) is the copy dropped: a browser cannot know by itself whether what it sent arrived.
 */
(() => {
  "use strict";

  const PREFIX = "wz-unsent:";
  const DAYS = 30;
  const WAIT = 300;

  const read = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };

  const write = (key, value) => {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      /* No room, or not allowed: then the page works as without a script. */
    }
  };

  const drop = (key) => {
    try {
      localStorage.removeItem(key);
    } catch {
      /* As above. */
    }
  };

  const keys = () => {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    } catch {
      return [];
    }
  };

  const mark = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const hex = Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  };

  const dropWhatArrived = () => {
    const address = new URL(location.href);
    const arrived = address.searchParams.get("bewaard");
    if (arrived) {
      drop(PREFIX + arrived);
      address.searchParams.delete("bewaard");
      history.replaceState(history.state, "", address);
    }
    const oldest = Date.now() - DAYS * 24 * 60 * 60 * 1000;
    keys().forEach((key) => {
      if (!((read(key)?.at ?? 0) > oldest)) {
        drop(key);
      }
    });
  };

  const keep = (form) => {
    const text = form.elements.namedItem("text");
    const base = form.elements.namedItem("base");
    const draft = form.elements.namedItem("draft");
    const box = form.querySelector("[data-unsent]");
    const offline = form.querySelector("[data-offline]");
    const asItWas = text.defaultValue;
    const refused = form.hasAttribute("data-unsaved");
    let waits = 0;
    let typed = false;

    const unsent = () =>
      keys()
        .filter((key) => {
          const found = read(key);
          return found.path === location.pathname && found.text !== text.value && key !== PREFIX + draft.value;
        })
        .sort((one, other) => read(other).at - read(one).at)[0];

    const save = () => {
      clearTimeout(waits);
      if (text.value === asItWas && !refused) {
        if (typed) {
          drop(PREFIX + draft.value);
        }
      } else {
        write(PREFIX + draft.value, { path: location.pathname, base: base.value, text: text.value, at: Date.now() });
      }
    };

    const offer = () => {
      const key = unsent();
      box.hidden = !key;
      if (!key) {
        return;
      }
      const found = read(key);
      box.querySelector("[data-unsent-text]").textContent = found.text;
      box.querySelector("[data-unsent-use]").onclick = () => {
        text.value = found.text;
        base.value = found.base;
        draft.value = key.slice(PREFIX.length);
        typed = true;
        text.focus();
        offer();
      };
      box.querySelector("[data-unsent-drop]").onclick = () => {
        drop(key);
        text.focus();
        offer();
      };
    };

    draft.value ||= mark();
    text.addEventListener("input", () => {
      typed = true;
      clearTimeout(waits);
      waits = setTimeout(save, WAIT);
    });
    addEventListener("pagehide", save);
    addEventListener("online", () => {
      offline.hidden = true;
    });
    form.addEventListener("submit", (event) => {
      save();
      if (!navigator.onLine) {
        event.preventDefault();
        offline.hidden = false;
      }
    });
    offer();
  };

  dropWhatArrived();
  document.querySelectorAll("form[data-keep-text]").forEach(keep);
})();
