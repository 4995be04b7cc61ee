package org.towercrier.campaign.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The permanent draw: a unit's place between 0 and 1 follows from a salt and its identity alone, so that it is the same in every run and on every machine. It is the first
 * eight bytes of the SHA-256 of salt, line feed and identity, as a number without sign, divided by 2^64.
 */
public final class UnitDraw {

    private static final double RANGE = 0x1p53;
    private static final int KEPT = 11;

    private final byte[] salt;
    private final MessageDigest digest;

    /** @param salt of the draw; another one makes another draw */
    public UnitDraw(String salt) {
        this.salt = (salt + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("Every Java has SHA-256", never);
        }
    }

    /** The first eight bytes. */
    public long bits(String unit) {
        digest.update(salt);
        byte[] hash = digest.digest(unit.getBytes(StandardCharsets.UTF_8));
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = bits << Byte.SIZE | hash[i] & 0xff;
        }
        return bits;
    }

    /** Place of a unit, from 0 to below 1. */
    public double place(String unit) {
        return (bits(unit) >>> KEPT) / RANGE;
    }
}
