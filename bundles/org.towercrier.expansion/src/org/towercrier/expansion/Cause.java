package org.towercrier.expansion;

/** Why a cell or physical sector is overloaded, in the order in which it is asked. */
public enum Cause {
    /** Too few measured days to say anything. */
    NOT_ENOUGH_DATA,
    /** Over the limit on single days only: temporary capacity. */
    PEAKS_ONLY,
    /** Connections or control channel are full before the resource blocks are. */
    USERS,
    /** Low spectral efficiency: optimise before investing. */
    RADIO_QUALITY,
    /** Neighbours or other carriers of the sector have room: balance, which is free. */
    DISTRIBUTION,
    /** The carriers are full. */
    DEMAND
}
