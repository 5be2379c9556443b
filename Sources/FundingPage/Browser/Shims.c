// What Embedded Swift asks of a C library, for one page: the toolchain has none for this target.

typedef __SIZE_TYPE__ size_t;
typedef unsigned long long u64;

extern unsigned char __heap_base;

// The heap only grows, and starts again when its last live block is freed: a calculation frees
// everything before it ends.
static size_t top, live;

int posix_memalign(void **block, size_t alignment, size_t size) {
  if (!live) top = (size_t)&__heap_base;
  size_t start = (top + alignment - 1) & ~(alignment - 1), end = start + size;
  size_t room = __builtin_wasm_memory_size(0) << 16;
  if (end > room && __builtin_wasm_memory_grow(0, (end - room + 65535) >> 16) == (size_t)-1)
    return 12; // ENOMEM
  top = end;
  live++;
  *block = (void *)start;
  return 0;
}

void free(void *block) {
  if (block) live--;
}

// One instruction each, with bulk memory.
void *memset(void *to, int byte, size_t n) { return __builtin_memset(to, byte, n); }
void *memmove(void *to, const void *from, size_t n) { return __builtin_memmove(to, from, n); }
void *memcpy(void *to, const void *from, size_t n) { return __builtin_memcpy(to, from, n); }

// 64 x 64 -> 128 bits: the checked multiplication of Int64 calls it.
void __multi3(u64 *product, u64 a, u64 a_high, u64 b, u64 b_high) {
  u64 mask = 0xffffffff;
  u64 a0 = a & mask, a1 = a >> 32, b0 = b & mask, b1 = b >> 32;
  u64 p0 = a0 * b0, p1 = a0 * b1, p2 = a1 * b0;
  u64 middle = (p0 >> 32) + (p1 & mask) + (p2 & mask);
  product[0] = (p0 & mask) | (middle << 32);
  product[1] =
      a1 * b1 + (p1 >> 32) + (p2 >> 32) + (middle >> 32) + a_high * b + a * b_high;
}
