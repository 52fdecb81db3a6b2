/** Nothing: an item goes out by approval and its publications, never by a press of "publish". */
export function NoPublishButton() {
  return null
}
