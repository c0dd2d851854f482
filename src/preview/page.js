// Takes in what is new on the page as soon as the preview has it. All else stays as it stands: the place on the page,
// and what the reader has opened. No page is loaded anew, which would take longer than making it.
(() => {
  let version = document.currentScript.dataset.version;

  const keepOpen = (next) => {
    const opened = [...document.querySelectorAll("details[open] > summary")].map((summary) => summary.textContent);
    for (const summary of next.querySelectorAll("details > summary")) {
      summary.parentElement.open ||= opened.includes(summary.textContent);
    }
  };

  // Makes one element the same as the other, from the outside in: what is equal is left alone.
  const update = (old, next) => {
    if (old.isEqualNode(next)) return;
    if (!old.cloneNode(false).isEqualNode(next.cloneNode(false))) {
      old.replaceWith(next);
      return;
    }
    const [before, after] = [[...old.childNodes], [...next.childNodes]];
    const most = Math.min(before.length, after.length);
    let [start, end] = [0, 0];
    while (start < most && before[start].isEqualNode(after[start])) start += 1;
    while (end < most - start && before.at(-1 - end).isEqualNode(after.at(-1 - end))) end += 1;
    const gone = before.slice(start, before.length - end);
    const come = after.slice(start, after.length - end);
    if (gone.length === come.length) {
      gone.forEach((node, position) => update(node, come[position]));
    } else {
      const rest = before[before.length - end] ?? null;
      gone.forEach((node) => node.remove());
      come.forEach((node) => old.insertBefore(node, rest));
    }
  };

  const take = async () => {
    const answer = await fetch(location.pathname, { cache: "no-store" });
    if (answer.redirected) location.replace(answer.url);
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    version = next.querySelector("script[data-version]").dataset.version;
    keepOpen(next);
    update(document.head, next.head);
    update(document.body, next.body);
  };

  // What is taken in next has no such words.
  const tellEnd = () => {
    if (document.getElementById("preview-ended")) return;
    const words = document.createElement("p");
    words.id = "preview-ended";
    words.role = "status";
    words.textContent = "The preview has ended: this is the last that it showed.";
    document.body.append(words);
  };

  let ended = false;
  const wait = async () => {
    try {
      const answer = await fetch(`/preview/newer-than/${version}`, { cache: "no-store" });
      if ((await answer.text()) !== version || ended) await take();
      ended = false;
    } catch {
      ended = true;
      tellEnd();
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    wait();
  };
  wait();
})();
