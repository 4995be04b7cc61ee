package org.towercrier.campaign.ui.internal.editor;

import org.eclipse.emf.ecore.EStructuralFeature;

/** Says what can no longer be changed. */
@FunctionalInterface
interface Frozen {

    /** Everything can be changed. */
    Frozen NOTHING = feature -> false;

    /** Whether an attribute or a list stays as it is. */
    boolean isFrozen(EStructuralFeature feature);
}
