package org.weiwang.demo.life;

/**
 * What is known of a dedicated grid beside its outline.
 *
 * @param kind 学校, 医院, 商务楼宇, 市场, 园区 or 景区
 */
public record DedicatedFacts(String name, String kind) {}
