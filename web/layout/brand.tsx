import { useBrand } from '../brand/known-brand.ts';
import { texts } from '../texts/index.ts';

/** Two doors, the second of which is open. */
const Doors = () => (
  <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
    <rect class="brand-wall" x="1" y="1" width="30" height="30" rx="7" />
    <path class="brand-door" d="M8 24V12a4 4 0 0 1 8 0v12z" />
    <path class="brand-gate" d="M18 24V12a3.5 3.5 0 0 1 6 0v12" />
  </svg>
);

/** The organization's logo or name; the product's where no organization is known. */
export const Brand = () => {
  const brand = useBrand();
  return (
    <span class="brand">
      {brand?.logo ? (
        <img src={brand.logo.url} alt={brand.name} />
      ) : (
        <>
          <Doors />
          <span class="wrap">{brand?.name ?? texts.productName}</span>
        </>
      )}
    </span>
  );
};
