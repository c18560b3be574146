globalThis.seen = new Promise((resolve) => {
  navigator.serviceWorker.onmessage = ({ data }) => resolve(data);
  navigator.serviceWorker.register("/worker.js").then(
    async () => {
      const { active } = await navigator.serviceWorker.ready;
      active.postMessage(location.origin);
    },
    (error) => resolve(String(error)),
  );
});
