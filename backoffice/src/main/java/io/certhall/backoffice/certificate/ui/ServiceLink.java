package io.certhall.backoffice.certificate.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import io.certhall.bpmn.HallSettings;
import java.util.List;
import java.util.Map;

/** The way into a service with certificates already chosen. */
public final class ServiceLink {

  private ServiceLink() {}

  public static void go(String hall, HallSettings.ServiceOffer offer, List<String> serials) {
    UI.getCurrent()
        .navigate(
            offer.instant() ? "unlock/" + hall : "apply/" + hall + "/" + offer.code(),
            new QueryParameters(Map.of("certificate", serials)));
  }
}
