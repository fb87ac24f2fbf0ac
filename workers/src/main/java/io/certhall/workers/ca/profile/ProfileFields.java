package io.certhall.workers.ca.profile;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A mapping of a profile file; each refusal names file and field. */
record ProfileFields(String file, String path, Map<?, ?> values) {

  static ProfileFields of(String file, String path, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return new ProfileFields(file, path, map);
    }
    throw new CaFault(FaultCode.PROFILE_FIELD_INVALID, file, path.isEmpty() ? "-" : path, "{…}");
  }

  String place(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  CaFault wrong(String field, Object detail) {
    return new CaFault(FaultCode.PROFILE_FIELD_INVALID, file, place(field), detail);
  }

  void allowOnly(Set<String> fields) {
    for (var key : values.keySet()) {
      if (!fields.contains(String.valueOf(key))) {
        throw new CaFault(
            FaultCode.PROFILE_FIELD_UNKNOWN,
            file,
            place(String.valueOf(key)),
            String.join(", ", new TreeSet<>(fields)));
      }
    }
  }

  boolean has(String field) {
    return values.get(field) != null;
  }

  private Object required(String field) {
    var value = values.get(field);
    if (value == null) {
      throw new CaFault(FaultCode.PROFILE_FIELD_MISSING, file, place(field));
    }
    return value;
  }

  ProfileFields map(String field) {
    return of(file, place(field), required(field));
  }

  String text(String field) {
    var value = required(field);
    if (value instanceof Map || value instanceof List || value.toString().isBlank()) {
      throw wrong(field, "\"…\"");
    }
    return value.toString().strip();
  }

  int number(String field, int least, int most) {
    if (required(field) instanceof Integer number && number >= least && number <= most) {
      return number;
    }
    throw wrong(field, least + "…" + most + ": " + values.get(field));
  }

  List<String> texts(String field) {
    var texts = new ArrayList<String>();
    for (var element : list(field)) {
      if (element == null || element instanceof Map || element instanceof List) {
        throw wrong(field + "[" + texts.size() + "]", "\"…\"");
      }
      texts.add(element.toString().strip());
    }
    return texts;
  }

  List<ProfileFields> maps(String field) {
    var maps = new ArrayList<ProfileFields>();
    for (var element : list(field)) {
      maps.add(of(file, place(field) + "[" + maps.size() + "]", element));
    }
    return maps;
  }

  private List<?> list(String field) {
    if (required(field) instanceof List<?> list) {
      return list;
    }
    throw wrong(field, "[…]");
  }
}
