package org.towercrier.customer.ui.internal;

import org.eclipse.e4.core.di.annotations.Optional;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.towercrier.store.Store;
import org.towercrier.ui.FindProvider;
import org.towercrier.ui.view.MainWindow;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** Lets customers be found from anywhere. */
public final class CustomerAddon {

    private final CustomerFinder finder;
    private final ServiceRegistration<FindProvider> registration;

    @Inject
    public CustomerAddon(MainWindow window, Texts texts) {
        finder = new CustomerFinder(texts,
                identity -> window.with(Navigation.class, navigation -> navigation.customer(identity, this)));
        registration = FrameworkUtil.getBundle(CustomerAddon.class).getBundleContext().registerService(FindProvider.class, finder, null);
    }

    @Inject
    void workspace(@Optional Store open) {
        finder.offer(open != null);
    }

    @PreDestroy
    void close() {
        registration.unregister();
    }
}
