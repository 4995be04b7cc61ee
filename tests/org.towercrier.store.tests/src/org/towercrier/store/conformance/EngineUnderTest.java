package org.towercrier.store.conformance;

import org.towercrier.store.StoreEngine;

/** Gives the engine a conformance test runs on. */
public interface EngineUnderTest {

    /** A new engine. */
    StoreEngine engine();
}
