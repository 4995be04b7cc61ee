package org.towercrier.store;

import java.util.SortedSet;

/** Is told what was committed; must be quick and must not use the store. */
public interface StoreListener {

    /** Nobody listens. */
    StoreListener NONE = new StoreListener() {

        @Override
        public void changed(SortedSet<String> tables) {
            // nobody listens
        }

        @Override
        public void document(String kind, String name, long version) {
            // nobody listens
        }
    };

    /** A commit changed these tables. */
    void changed(SortedSet<String> tables);

    /** A document was saved, or deleted when the version is 0. */
    void document(String kind, String name, long version);
}
