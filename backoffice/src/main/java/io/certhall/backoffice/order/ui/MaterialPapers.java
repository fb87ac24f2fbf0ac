package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.html.Anchor;
import io.certhall.processes.attachment.MaterialView;
import io.certhall.processes.security.Actor;
import java.util.List;
import org.springframework.stereotype.Component;

/** Papers that come with a material: the form to print, the example to look at. */
@Component
class MaterialPapers {

  List<Anchor> of(Actor actor, String orderNo, MaterialView material) {
    return List.of();
  }
}
