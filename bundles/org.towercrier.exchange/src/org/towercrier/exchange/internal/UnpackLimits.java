package org.towercrier.exchange.internal;

/**
 * Bounds against archives that unpack to far more than they are.
 *
 * @param ratio greatest allowed size of the content of a file on disk, as a multiple of its own size
 * @param floor size in bytes that is always allowed, so that small files may compress well
 * @param ceiling size in bytes that is never exceeded, whatever the ratio
 * @param entries greatest number of members of one archive
 * @param depth greatest nesting of archives and compressions
 */
record UnpackLimits(long ratio, long floor, long ceiling, int entries, int depth) {

    /** Measurement files compress 10 to 60 times; deflate can do 1,032 times at most. */
    static final UnpackLimits STANDARD = new UnpackLimits(200, 64L << 20, 64L << 30, 200_000, 4);

    long allowed(long sizeOnDisk) {
        return Math.min(ceiling, Math.max(floor, sizeOnDisk * ratio));
    }
}
