package dev.portico.host.companies;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Writes single companies, with a check that nobody else wrote in between. */
interface CompanyRepository extends CrudRepository<Company, UUID> {}
