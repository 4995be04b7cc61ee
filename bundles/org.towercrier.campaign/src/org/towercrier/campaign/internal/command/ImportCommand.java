package org.towercrier.campaign.internal.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Campaigns;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignPackage.Literals;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.model.campaign.CampaignStep;
import org.towercrier.store.Documents;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code campaign import FILE…}: all files are read before any is saved. What was launched keeps its state and its figures. */
@Command(name = "import")
public final class ImportCommand extends CampaignWork {

    @Parameters(arity = "1..*", paramLabel = "FILE")
    List<Path> files;
    @Option(names = "--id", paramLabel = "ID")
    String id;

    @Override
    int work(CommandContext context) throws CampaignException, StoreException {
        Campaigns campaigns = context.service(Campaigns.class);
        List<Campaign> read = new ArrayList<>();
        for (Path file : files) {
            Campaign campaign = read(context, file, Campaign.class);
            if (id != null && files.size() == 1) {
                campaign.setId(id);
            }
            read.add(campaign);
        }
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Campaign campaign : read) {
            Optional<Versioned<Campaign>> before = campaign.getId() == null ? Optional.empty() : campaigns.open(campaign.getId());
            keep(campaign, before.map(Versioned::root), campaigns);
            long version = campaigns.save(campaign, before.map(Versioned::version).orElse(Documents.NEW));
            context.out().println(context.messages().text("Imported", campaign.getId(), version));
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("id", campaign.getId());
            map.put("version", version);
            map.put("created", before.isEmpty());
            documents.add(map);
        }
        context.json(Map.of("campaigns", documents));
        return ExitCode.DONE;
    }

    /** Where a campaign stands is not a matter of files. */
    private static void keep(Campaign campaign, Optional<Campaign> before, Campaigns campaigns) throws StoreException {
        Campaign base = before.isPresent() ? before.get()
                : campaigns.create(Optional.ofNullable(campaign.getId()).orElse(""),
                        Optional.ofNullable(campaign.getName()).orElse("campaign"), null);
        campaign.setId(base.getId());
        campaign.setState(before.isPresent() ? base.getState() : CampaignState.DRAFT);
        campaign.setStep(before.isPresent() ? base.getStep() : CampaignStep.NEED);
        campaign.setCreated(base.getCreated());
        campaign.setLaunched(base.getLaunched());
        campaign.setLaunchedVersion(base.getLaunchedVersion());
        campaign.setExecution(org.eclipse.emf.ecore.util.EcoreUtil.copy(base.getExecution()));
        if (base.getLaunched() != null) {
            campaign.setAssessment(org.eclipse.emf.ecore.util.EcoreUtil.copy(base.getAssessment()));
        } else if (campaign.getAssessment() != null) {
            Double limit = campaign.getAssessment().getUtilisationLimit();
            campaign.setAssessment(org.towercrier.model.campaign.CampaignFactory.eINSTANCE.createCapacityAssessment());
            campaign.getAssessment().setUtilisationLimit(limit);
        }
        for (var part : Literals.CAMPAIGN.getEAllContainments()) {
            if (campaign.eGet(part) == null && base.eGet(part) != null && before.isEmpty()) {
                campaign.eSet(part, org.eclipse.emf.ecore.util.EcoreUtil.create(part.getEReferenceType()));
            }
        }
    }
}
