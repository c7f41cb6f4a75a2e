/** Street pattern that stands for a neighbourhood. */
export function Tile() {
  return (
    <svg className="tile" viewBox="0 0 30 30" aria-hidden="true">
      <rect width="30" height="30" rx="7" fill="#2b5a52" />
      <path d="M-2 20 12 8l20 9" stroke="#7fb8a6" strokeWidth="3" fill="none" />
      <path d="M9-2v34M20-2l3 34" stroke="#4d8576" strokeWidth="2" fill="none" />
      <circle cx="16" cy="14.5" r="3.6" fill="#ffd84d" />
    </svg>
  );
}
