package org.towercrier.radio;

/** Surroundings of a base station as Hata distinguishes them. */
public enum Surroundings {
    URBAN,
    SUBURBAN,
    OPEN
}
