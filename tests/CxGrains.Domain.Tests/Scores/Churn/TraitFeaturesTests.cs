using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores.Churn;

namespace CxGrains.Domain.Tests.Scores.Churn;

public class TraitFeaturesTests
{
    [Fact]
    public void A_text_is_one_indicator_of_key_and_value()
    {
        var feature = Assert.Single(Features("plan", TraitValue.Of("team")));

        Assert.Equal(1, feature.Value);
        Assert.True(RiskSlots.IsTrait(feature.Slot));
        Assert.NotEqual(feature.Slot, Assert.Single(Features("plan", TraitValue.Of("free"))).Slot);
        Assert.NotEqual(feature.Slot, Assert.Single(Features("tier", TraitValue.Of("team"))).Slot);
    }

    [Fact]
    public void Yes_and_no_are_two_indicators()
    {
        var yes = Assert.Single(Features("trial", TraitValue.Of(true)));
        var no = Assert.Single(Features("trial", TraitValue.Of(false)));

        Assert.Equal(1, no.Value);
        Assert.NotEqual(yes.Slot, no.Slot);
        Assert.Equal(yes.KeyTag, no.KeyTag);
    }

    [Fact]
    public void A_number_is_its_size_and_the_step_it_falls_in()
    {
        var features = Features("seats", TraitValue.Of(19));

        Assert.Equal([1, Math.Log(20) / TraitFeatures.NumberScale], features.Select(feature => feature.Value));
        Assert.Equal(features[0].Slot, Features("seats", TraitValue.Of(12))[0].Slot);
        Assert.NotEqual(features[0].Slot, Features("seats", TraitValue.Of(200))[0].Slot);
        Assert.NotEqual(features[0].Slot, Features("seats", TraitValue.Of(-19))[0].Slot);
        Assert.Equal(-features[1].Value, Features("seats", TraitValue.Of(-19))[1].Value);
    }

    [Theory]
    [InlineData(double.MaxValue)]
    [InlineData(double.MinValue)]
    [InlineData(double.Epsilon)]
    public void The_largest_and_smallest_numbers_stay_small(double number) =>
        Assert.All(Features("seats", TraitValue.Of(number)), feature => Assert.InRange(feature.Value, -150, 150));

    [Theory]
    [InlineData("email", "a@b.example")]
    [InlineData("Name", "Ada")]
    [InlineData("first_name", "Ada")]
    [InlineData("about", "a text too long to be one of a few values that customers share")]
    public void What_names_a_customer_is_left_out(string key, string text) => Assert.Empty(Features(key, TraitValue.Of(text)));

    // Stored predictions and models hold slots.
    [Fact]
    public void Slots_never_change()
    {
        Assert.Equal(756, Features("plan", TraitValue.Of("team"))[0].Slot);
        Assert.Equal([557, 213], Features("seats", TraitValue.Of(19)).Select(feature => (int)feature.Slot));
        Assert.Equal(15336, TraitFeatures.TagOf("plan"));
    }

    private static SlotValue[] Features(string key, TraitValue value)
    {
        var features = new SlotValue[TraitFeatures.PerTraitMax];
        return features[..TraitFeatures.Write(new Trait(key, value), features)];
    }
}
