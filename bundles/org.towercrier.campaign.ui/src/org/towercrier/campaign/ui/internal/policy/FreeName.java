package org.towercrier.campaign.ui.internal.policy;

import java.util.Collection;

/** A name that nothing else has. */
final class FreeName {

    private FreeName() {
    }

    /** The name with the least number that is not taken, from 2 on. */
    static String of(String name, Collection<String> taken) {
        String stem = name.replaceFirst("-\\d+$", "");
        int number = 2;
        while (taken.contains(stem + "-" + number)) {
            number++;
        }
        return stem + "-" + number;
    }
}
