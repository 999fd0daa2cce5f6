// One question to the host carries at most this much: a message of a hundred megabytes is taken, a folder's worth is not.
const most = { files: 50, bytes: 64 * 1024 * 1024 }

/** Files parted into batches that one question to the host may carry, in their order. A large file stands alone. */
export function batchesOf<F extends { size: number }>(files: readonly F[], limit: typeof most = most): F[][] {
  const batches: F[][] = []
  let bytes = 0
  for (const file of files) {
    const batch = batches.at(-1)
    if (batch && batch.length < limit.files && bytes + file.size <= limit.bytes) {
      batch.push(file)
      bytes += file.size
    } else {
      batches.push([file])
      bytes = file.size
    }
  }
  return batches
}
