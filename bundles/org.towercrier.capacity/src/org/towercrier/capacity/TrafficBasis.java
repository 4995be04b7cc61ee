package org.towercrier.capacity;

/**
 * By which figure the busy hour of a cell is found. The first one of this order that the cell's samples carry is taken, and
 * the evidence says which.
 */
public enum TrafficBasis {
    /** PDCP volume, downlink and uplink, in Mbit. */
    VOLUME,
    /** Throughput per user times active users, downlink and uplink, in kbit/s. */
    THROUGHPUT_BY_USERS,
    /** Use of the physical resource blocks, the greater of downlink and uplink, in percent. */
    PRB_USAGE,
    /** Connected users. */
    CONNECTED_USERS,
    /** Voice traffic in erlang. */
    VOICE
}
