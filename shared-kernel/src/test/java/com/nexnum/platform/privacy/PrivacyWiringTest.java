package com.nexnum.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.privacy.PersonalData;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.security.SecretBox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

class PrivacyWiringTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @TempDir private Path folder;

    @Test
    void the_beans_seal_with_a_key_in_the_data_folder() {
        application()
                .run(context -> {
                    var customer = new CustomerId("cus_wiring1");
                    var data = context.getBean(PersonalData.class);
                    var sealed = data.seal(customer, "act_1", "code 1234");
                    assertThat(data.open(customer, "act_1", sealed)).contains("code 1234");
                    assertThat(context).hasSingleBean(SecretBox.class);
                    assertThat(context).doesNotHaveBean(ApplicationRunner.class);
                    assertThat(folder.resolve("master-keyset.json")).exists();
                });
    }

    @Test
    void a_database_of_ones_own_without_a_keyset_stops_the_start() {
        application()
                .withPropertyValues("nexnum.database.url=jdbc:postgresql://db/nexnum")
                .run(context ->
                        assertThat(context)
                                .getFailure()
                                .rootCause()
                                .hasMessageStartingWith("nexnum.privacy.master-keyset is missing"));
    }

    @Test
    void a_rotation_is_ended_by_one_start_with_the_property() {
        var database = TestDatabase.migrated();
        var old = MasterKey.generate();
        PrivacyFixture.on(database, old).data.seal(new CustomerId("cus_wiring2"), "act_1", "x");
        var rotated = old.rotated().json().getBytes(StandardCharsets.UTF_8);
        application(database)
                .withPropertyValues(
                        "nexnum.privacy.master-keyset="
                                + Base64.getEncoder().encodeToString(rotated),
                        "nexnum.privacy.rewrap-at-start=true")
                .run(context -> {
                    context.getBean(RewrapAtStart.class).run(NO_ARGUMENTS);
                    assertThat(context.getBean(CustomerKeys.class).rewrap()).isZero();
                });
    }

    private static final ApplicationArguments NO_ARGUMENTS = new DefaultApplicationArguments();

    private ApplicationContextRunner application() {
        return application(DATABASE);
    }

    private ApplicationContextRunner application(TestDatabase database) {
        return new ApplicationContextRunner()
                .withBean(DataSource.class, database::dataSource)
                .withUserConfiguration(Application.class)
                .withPropertyValues("nexnum.data-folder=" + folder);
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(basePackageClasses = PrivacyConfiguration.class)
    static class Application {

        @Bean
        JdbcClient sql(DataSource source) {
            return JdbcClient.create(source);
        }

        @Bean
        PlatformTransactionManager manager(DataSource source) {
            return new JdbcTransactionManager(source);
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
