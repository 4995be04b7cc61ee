package org.towercrier.campaign.internal.text;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.campaign.CampaignTexts;
import org.towercrier.customer.Criteria;
import org.towercrier.model.ModelPackages;

/** Documents as YAML; criteria are written as one line. */
@Component(service = CampaignTexts.class)
public final class CampaignTextsComponent implements CampaignTexts {

    private final Criteria criteria;

    @Activate
    public CampaignTextsComponent(@Reference Criteria criteria) {
        this.criteria = criteria;
    }

    @Override
    public String write(EObject root) {
        return new ModelTextWriter(criteria::write).write(root);
    }

    @Override
    public <T extends EObject> Reading<T> read(String text, Class<T> type) {
        EClass wanted = ModelPackages.byName(type.getSimpleName())
                .orElseThrow(() -> new IllegalArgumentException("no class of the model: " + type));
        T root = type.cast(EcoreUtil.create(wanted));
        ModelTextReader reader = new ModelTextReader(criteria::parse);
        reader.read(text, root);
        return new Reading<>(root, reader.faults());
    }
}
