package dev.jox.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jox.maven.parameter.PolicyParameters;
import dev.jox.model.JoxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

class ConfigurationCheckTest {
    private static final List<MojoDescriptor> MOJOS = List.of(
            mojo(parameter("executable", "java.lang.String")),
            mojo(parameter("requirements", "java.util.List"), parameter("policy", PolicyParameters.class.getName())));

    private static MojoDescriptor mojo(Parameter... parameters) {
        MojoDescriptor mojo = new MojoDescriptor();
        try {
            for (Parameter parameter : parameters) {
                mojo.addParameter(parameter);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return mojo;
    }

    private static Parameter parameter(String name, String type) {
        Parameter parameter = new Parameter();
        parameter.setName(name);
        parameter.setType(type);
        return parameter;
    }

    private static Xpp3Dom element(String name, Object... content) {
        Xpp3Dom element = new Xpp3Dom(name);
        for (Object part : content) {
            if (part instanceof Xpp3Dom child) {
                element.addChild(child);
            } else {
                element.setValue(part.toString());
            }
        }
        return element;
    }

    private static ConfigurationCheck check(Xpp3Dom... elements) {
        List<Object> configurations = new ArrayList<>();
        configurations.add(null);
        configurations.add(element("configuration", (Object[]) elements));
        return new ConfigurationCheck(MOJOS, configurations);
    }

    private static List<String> warnings(String property, String value, Xpp3Dom... elements) {
        Properties properties = new Properties();
        properties.setProperty(property, value);
        return check(elements).warnings(properties);
    }

    @Test
    void elementsOfAnyGoalAreKnown() {
        assertThatCode(() -> check(
                                element("executable", "x"),
                                element("requirements", element("anything", "six")),
                                element("policy", element("includeTest", "true")))
                        .elements())
                .doesNotThrowAnyException();
    }

    @Test
    void unknownOnesAreRefusedWithWhatWasMeant() {
        assertThatThrownBy(() -> check(element("requirments")).elements())
                .isInstanceOf(JoxException.class)
                .hasMessageContainingAll("<requirments>", "Did you mean <requirements>?");
        assertThatThrownBy(() -> check(element("policy", element("resourceLocation", "in-memory")))
                        .elements())
                .hasMessageContainingAll("<policy><resourceLocation>", "Did you mean <resourcesLocation>?");
        assertThatThrownBy(() -> check(element("target")).elements())
                .hasMessageContainingAll("<target>", "Known are: executable, policy, requirements.");
    }

    @Test
    void truthIsTrueOrFalse() {
        assertThatThrownBy(() ->
                        check(element("policy", element("includeTest", "yes"))).elements())
                .hasMessageContainingAll("<policy><includeTest>yes", "true or false");
        assertThatCode(() -> check(element("policy", element("includeTest", " false ")))
                        .elements())
                .doesNotThrowAnyException();
    }

    @Test
    void propertiesThatNobodyReadsAreToldOf() {
        assertThat(warnings("jox.exectuable", "x"))
                .containsExactly("-Djox.exectuable is no parameter of jox; did you mean -Djox.executable?");
        assertThat(warnings("jox.policy.includeTest", "true")).isEmpty();
        assertThat(warnings("maven.test.skip", "true")).isEmpty();
    }

    @Test
    void propertiesOfWhatThePomSaysAreToldOf() {
        assertThat(warnings("jox.executable", "a", element("executable", "b")))
                .containsExactly(
                        "-Djox.executable=a is not used: the pom says <executable>b, and what the pom says holds.");
        assertThat(warnings("jox.executable", "a", element("executable", "a"))).isEmpty();
        assertThat(warnings("jox.policy.includeTest", "true", element("policy", element("includeTest", "false"))))
                .singleElement()
                .asString()
                .contains("<policy><includeTest>false");
    }
}
