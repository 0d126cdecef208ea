const LINES = Array.from({ length: 10 }, (_, at) => at);

export function DocumentSkeleton() {
  return (
    <div class="flex h-full flex-col sm:flex-row" role="status" aria-busy="true" aria-label="Loading the document">
      <div class="flex flex-1 justify-center bg-sunken p-6">
        <div class="skeleton aspect-[1/1.41] w-full max-w-2xl" />
      </div>
      <div class="flex flex-1 flex-col gap-4 p-6 sm:max-w-xl">
        <div class="skeleton h-16 w-full" />
        {LINES.map((line) => (
          <div key={line} class="skeleton h-6 w-full" />
        ))}
      </div>
    </div>
  );
}
