package dev.portico.api.kit;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.ConfigurationClassPostProcessor;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;

/** The bean definitions of a configuration; no bean is made, so that neither database nor portal is needed. */
final class DefinedBeans {

    private final DefaultListableBeanFactory factory = new DefaultListableBeanFactory();

    DefinedBeans(Class<?> configuration) {
        ClassLoader loader = configuration.getClassLoader();
        factory.setBeanClassLoader(loader);
        new AnnotatedBeanDefinitionReader(factory, new StandardEnvironment()).register(configuration);
        ConfigurationClassPostProcessor processor = new ConfigurationClassPostProcessor();
        processor.setEnvironment(new StandardEnvironment());
        processor.setResourceLoader(new DefaultResourceLoader(loader));
        processor.setBeanClassLoader(loader);
        processor.postProcessBeanDefinitionRegistry(factory);
    }

    int count(Class<?> type) {
        return factory.getBeanNamesForType(type, true, false).length;
    }
}
