/** Mark and name of the product. */
export function Brand() {
  return (
    <span className="brand">
      <img src="/icon.svg" alt="" width={24} height={24} />
      Wijkbord
    </span>
  );
}
