package io.certhall.workers.ca.profile;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a subject. Province and city may be empty where a hall does not ask for them.
 *
 * @param department department or line of business; tells several business certificates apart
 * @param holderNumber the hall's own number for a person; tells namesakes apart, never an ID number
 */
public record SubjectData(
    String province,
    String city,
    @Nullable OrganisationIdentity organisation,
    @Nullable PersonIdentity person,
    @Nullable String department,
    @Nullable String holderNumber) {

  public static SubjectData organisation(
      String province, String city, OrganisationIdentity organisation) {
    return new SubjectData(province, city, organisation, null, null, null);
  }

  public static SubjectData person(String province, String city, PersonIdentity person) {
    return new SubjectData(province, city, null, person, null, null);
  }

  public static SubjectData personOf(
      String province, String city, OrganisationIdentity organisation, PersonIdentity person) {
    return new SubjectData(province, city, organisation, person, null, null);
  }

  public SubjectData inDepartment(String name) {
    return new SubjectData(province, city, organisation, person, name, holderNumber);
  }

  public SubjectData withHolderNumber(String number) {
    return new SubjectData(province, city, organisation, person, department, number);
  }

  /** Refuses data that lacks, or has too much of, what the type stands for. */
  public void requireFor(SubjectType type) {
    if (type.namesOrganisation() && organisation == null) {
      throw new CaFault(FaultCode.FIELD_MISSING, "subject.organisation");
    }
    if (type.namesPerson() && person == null) {
      throw new CaFault(FaultCode.FIELD_MISSING, "subject.person");
    }
    if (!type.namesOrganisation() && organisation != null) {
      throw new CaFault(FaultCode.FIELD_INVALID, "subject.organisation", type + ": null");
    }
    if (!type.namesPerson() && person != null) {
      throw new CaFault(FaultCode.FIELD_INVALID, "subject.person", type + ": null");
    }
  }

  /** Values by the placeholder names a {@link SubjectTemplate} uses; absent ones are left out. */
  Map<String, String> values() {
    var values = new TreeMap<String, String>();
    values.put("province", province);
    values.put("city", city);
    if (organisation != null) {
      values.put("organisation", organisation.name());
      values.put("creditCode", organisation.creditCode());
    }
    if (person != null) {
      values.put("person", person.name());
    }
    if (department != null) {
      values.put("department", department);
    }
    if (holderNumber != null) {
      values.put("holderNumber", holderNumber);
    }
    values.values().removeIf(String::isBlank);
    return values;
  }
}
