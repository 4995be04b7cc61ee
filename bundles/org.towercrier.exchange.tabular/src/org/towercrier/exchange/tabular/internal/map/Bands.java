package org.towercrier.exchange.tabular.internal.map;

import java.util.Optional;

/** Bands of E-UTRA by downlink channel number (3GPP TS 36.101, table 5.7.3-1). */
final class Bands {

    private static final int[][] EARFCN = { { 1, 0, 599 }, { 2, 600, 1199 }, { 3, 1200, 1949 }, { 4, 1950, 2399 }, { 5, 2400, 2649 },
            { 6, 2650, 2749 }, { 7, 2750, 3449 },
            { 8, 3450, 3799 }, { 9, 3800, 4149 }, { 10, 4150, 4749 }, { 11, 4750, 4949 }, { 12, 5010, 5179 }, { 13, 5180, 5279 },
            { 14, 5280, 5379 }, { 17, 5730, 5849 },
            { 18, 5850, 5999 }, { 19, 6000, 6149 }, { 20, 6150, 6449 }, { 21, 6450, 6599 }, { 24, 7700, 8039 }, { 25, 8040, 8689 },
            { 26, 8690, 9039 }, { 27, 9040, 9209 },
            { 28, 9210, 9659 }, { 29, 9660, 9769 }, { 30, 9770, 9869 }, { 31, 9870, 9919 }, { 32, 9920, 10359 }, { 33, 36000, 36199 },
            { 34, 36200, 36349 }, { 35, 36350, 36949 },
            { 36, 36950, 37549 }, { 37, 37550, 37749 }, { 38, 37750, 38249 }, { 39, 38250, 38649 }, { 40, 38650, 39649 },
            { 41, 39650, 41589 }, { 42, 41590, 43589 },
            { 43, 43590, 45589 }, { 44, 45590, 46589 }, { 45, 46590, 46789 }, { 46, 46790, 54539 }, { 65, 65536, 66435 },
            { 66, 66436, 67335 }, { 67, 67336, 67535 },
            { 68, 67536, 67835 }, { 69, 67836, 68335 }, { 70, 68336, 68585 }, { 71, 68586, 68935 } };
    private static final int FIRST_TDD = 36000;
    private static final int LAST_TDD = 60254;

    private Bands() {
    }

    /** Name of the band, {@code B20} for instance. */
    static Optional<String> lte(long earfcn) {
        for (int[] band : EARFCN) {
            if (earfcn >= band[1] && earfcn <= band[2]) {
                return Optional.of("B" + band[0]);
            }
        }
        return Optional.empty();
    }

    /** Do up- and downlink share the channel in time? Bands 33 to 53 do. */
    static boolean timeDivision(long earfcn) {
        return earfcn >= FIRST_TDD && earfcn <= LAST_TDD;
    }
}
