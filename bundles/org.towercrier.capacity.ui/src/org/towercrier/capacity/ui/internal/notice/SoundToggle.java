package org.towercrier.capacity.ui.internal.notice;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuItem;

/** Switches the sound for new alarms on and off. */
public final class SoundToggle {

    @Execute
    void execute(MApplication application, MMenuItem item) {
        NoticeSettings.SOUND.set(application.getPersistedState(), item.isSelected());
    }
}
