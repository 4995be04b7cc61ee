package org.towercrier.campaign.ui.internal.policy;

import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.edit.provider.ComposeableAdapterFactory;
import org.eclipse.emf.edit.provider.ItemPropertyDescriptor;
import org.towercrier.model.campaign.CampaignPackage.Literals;
import org.towercrier.model.campaign.provider.CampaignItemProviderAdapterFactory;
import org.towercrier.model.campaign.provider.UseProfileItemProvider;

/** The shares of the hours have an editor of their own and are no field of the form. */
final class ProfileItems extends CampaignItemProviderAdapterFactory {

    @Override
    public Adapter createUseProfileAdapter() {
        if (useProfileItemProvider == null) {
            useProfileItemProvider = new UseProfileItemProvider(this) {
                @Override
                protected void addHoursPropertyDescriptor(Object object) {
                    itemPropertyDescriptors.add(createItemPropertyDescriptor(
                            ((ComposeableAdapterFactory) adapterFactory).getRootAdapterFactory(), getResourceLocator(),
                            getString("_UI_UseProfile_hours_feature"), "", Literals.USE_PROFILE__HOURS, false, false, false,
                            ItemPropertyDescriptor.GENERIC_VALUE_IMAGE, null, null));
                }
            };
        }
        return useProfileItemProvider;
    }
}
