package org.towercrier.exchange.tabular.internal.map;

import java.util.Arrays;

/** Keys that were met in a file, as 64-bit digests: eight bytes for each of many millions. */
final class SeenKeys {

    private long[] table = new long[1024];
    private int size;

    /** Adds a key. @return was it new? */
    boolean add(String key) {
        long digest = digest(key);
        int mask = table.length - 1;
        int slot = (int) (digest ^ digest >>> 32) & mask;
        while (table[slot] != 0) {
            if (table[slot] == digest) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        table[slot] = digest;
        if (++size * 2 > table.length) {
            grow();
        }
        return true;
    }

    private void grow() {
        long[] old = table;
        table = new long[Math.multiplyExact(old.length, 2)];
        int mask = table.length - 1;
        Arrays.stream(old).filter(digest -> digest != 0).forEach(digest -> {
            int slot = (int) (digest ^ digest >>> 32) & mask;
            while (table[slot] != 0) {
                slot = slot + 1 & mask;
            }
            table[slot] = digest;
        });
    }

    /** FNV-1a over the characters, mixed once more; never 0, which stands for a free slot. */
    private static long digest(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 29;
        hash *= 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
