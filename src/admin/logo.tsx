/** A drop and the rings it spreads: the name of the project, drawn. */
import './parts/admin.css'

export function Icon() {
  return (
    <svg
      className="desk-icon"
      viewBox="0 0 32 32"
      role="img"
      aria-label="Lan Tỏa"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
    >
      <circle cx="16" cy="16" r="3.5" fill="currentColor" stroke="none" />
      <path d="M9.6 22.4a9 9 0 0 1 0-12.8M22.4 9.6a9 9 0 0 1 0 12.8M5.4 26.6a15 15 0 0 1 0-21.2M26.6 5.4a15 15 0 0 1 0 21.2" />
    </svg>
  )
}

export function Logo() {
  return (
    <span className="desk-logo">
      <Icon />
      <span aria-hidden="true">Lan Tỏa</span>
    </span>
  )
}
