/** Whether an operation is one that the vendor calls: it stands under `webhooks`, and no client sends it. */
export function isNotice(location) {
  return location.pointer.startsWith("#/webhooks/");
}
