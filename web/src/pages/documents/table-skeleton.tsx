const ROWS = Array.from({ length: 9 }, (_, at) => at);

export function TableSkeleton() {
  return (
    <div class="flex flex-col px-3 sm:px-5" aria-busy="true" role="status" aria-label="Loading the documents">
      {ROWS.map((row) => (
        <div key={row} class="flex h-14 items-center gap-6 border-line border-b">
          <div class="skeleton h-6 w-24" />
          <div class="skeleton h-4 flex-1" />
          <div class="skeleton hidden h-4 w-28 sm:block" />
          <div class="skeleton h-4 w-20" />
        </div>
      ))}
    </div>
  );
}
