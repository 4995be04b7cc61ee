package org.towercrier.sample.internal;

/**
 * Random numbers by position instead of by sequence: the same seed and coordinates give the same number, in whatever
 * order and on whatever thread they are asked for. Only integer arithmetic and exactly rounded operations are used, so
 * that every platform agrees to the last bit. Mixing function: SplitMix64 (Steele, Lea, Flood 2014).
 */
final class Noise {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double TO_UNIT = 0x1.0p-53;
    /** Four sixteen-bit uniforms have the sum's mean 2 and standard deviation sqrt(1/3). */
    private static final double GAUSS_SCALE = 1.7320508075688772;

    private final long seed;

    Noise(long seed) {
        this.seed = mix(seed + GOLDEN);
    }

    /** An independent stream for one purpose. */
    Noise stream(String purpose) {
        return new Noise(seed ^ purpose.hashCode() * GOLDEN);
    }

    static long mix(long value) {
        long z = value;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** 64 random bits. */
    long bits(long a, long b) {
        return mix(mix(seed + a * GOLDEN) + b * GOLDEN);
    }

    /** A number from 0 (inclusive) to 1 (exclusive). */
    double unit(long a, long b) {
        return (bits(a, b) >>> 11) * TO_UNIT;
    }

    /** A whole number from 0 to {@code bound} - 1. */
    int index(long a, long b, int bound) {
        return (int) (unit(a, b) * bound);
    }

    /** A number from {@code low} to {@code high}. */
    double between(long a, long b, double low, double high) {
        return low + (high - low) * unit(a, b);
    }

    /** A bell-shaped number with mean 0 and standard deviation 1, never beyond ±3.47. */
    double bell(long a, long b) {
        return bell(bits(a, b));
    }

    /** The bell-shaped number of given bits. */
    static double bell(long bits) {
        long sum = (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
        return (sum * 0x1.0p-16 - 2) * GAUSS_SCALE;
    }

    /** A coarser bell-shaped number from the bits at {@code shift} (16 of them): cheap noise for the hot loop. */
    static double smallBell(long bits, int shift) {
        long part = bits >>> shift;
        long sum = (part & 0xF) + (part >>> 4 & 0xF) + (part >>> 8 & 0xF) + (part >>> 12 & 0xF);
        return (sum - 30) * 0.10846522890932808;
    }
}
