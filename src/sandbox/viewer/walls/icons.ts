/** Drawn, because not every machine in a classroom has the letters for them. */
const draw = (label: string, content: string, size = 16) =>
  `<svg class="icon" viewBox="0 0 16 16" width="${size}" height="${size}" ${label ? `role="img" aria-label="${label}"` : 'aria-hidden="true"'}>${content}</svg>`

const line = 'fill="none" stroke="currentColor" stroke-width="1.4"'

export const icons = {
  world: draw(
    'Công khai',
    `<circle cx="8" cy="8" r="6.5" ${line}/><path d="M1.5 8h13M8 1.5c4 4 4 9 0 13M8 1.5c-4 4-4 9 0 13" ${line}/>`,
    13,
  ),
  eye: draw(
    '',
    `<path d="M1 8c3-5.3 11-5.3 14 0-3 5.3-11 5.3-14 0z" ${line}/><circle cx="8" cy="8" r="2.3" fill="currentColor"/>`,
  ),
  pin: draw('', `<path d="M5 1.5h6l-1 5 2.5 3h-9L6 6.5zM8 9.5v5.5" ${line}/>`),
  page: draw(
    '',
    `<path d="M3 1.5h6.5L13 5v9.5H3zM9.500 1.500V5H13" ${line}/><path d="M5.500 8.500h5M5.500 11h5" ${line}/>`,
    20,
  ),
  thumb: draw(
    '',
    '<path d="M2 7h2.500v7H2zM5.500 7l2.800-5.500c1.500 0 2 1 1.500 2.700L9.300 6H13c1 0 1.600.8 1.400 1.700l-1 5c-.2.800-.7 1.300-1.500 1.300H5.500z" fill="currentColor"/>',
    14,
  ),
  like: draw(
    '',
    '<circle cx="8" cy="8" r="8" fill="#0866ff"/><path d="M4 7.500h1.500v4.500H4zM6.200 7.500 8 4c1 0 1.300.7 1 1.800l-.3 1.200H11c.7 0 1.100.5 1 1.100l-.7 3.100c-.1.500-.5.800-1 .800H6.200z" fill="#fff"/>',
  ),
  love: draw(
    '',
    '<circle cx="8" cy="8" r="8" fill="#e9244a"/><path d="M8 12 4.600 8.600C3 7 4 4.800 5.900 4.800c1 0 1.700.5 2.100 1.300.4-.8 1.100-1.300 2.100-1.300 1.900 0 2.900 2.200 1.300 3.800z" fill="#fff"/>',
  ),
} as const
