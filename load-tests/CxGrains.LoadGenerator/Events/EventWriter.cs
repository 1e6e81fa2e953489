using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace CxGrains.LoadGenerator.Events;

/// <summary>Writes interactions as lines of about 200 bytes, of types mixed as in a web shop with an app: mostly visits, 2 % survey answers.</summary>
internal sealed class EventWriter(ArrayBufferWriter<byte> target, Random random) : IDisposable
{
    /// <summary>The NPS survey that is answered.</summary>
    public const string NpsSurvey = "relationship";

    /// <summary>The CSAT survey that is answered.</summary>
    public const string CsatSurvey = "support";

    /// <summary>Its scale.</summary>
    public const int CsatScale = 5;

    private static readonly string[] Channels = ["web", "app", "email", "chat"];
    private static readonly string[] Touchpoints = ["home", "pricing", "product", "checkout", "account", "help", "onboarding"];
    private static readonly string[] Titles = ["Plans and pricing", "Your order is on its way", "Getting started", "Account settings", "New arrivals this week", "How can we help?"];
    private static readonly string[] Features = ["export", "dashboard", "saved_search", "wishlist", "share", "reorder"];
    private static readonly string[] Subjects = ["Question about my invoice", "Where is my parcel?", "Please change my address", "Thank you!"];
    private static readonly string[] Currencies = ["EUR", "USD", "GBP"];
    private static readonly string[] Comments = ["Quick and friendly.", "It took three calls until someone knew what to do.", "Fine, but the app is slow.", "I would recommend it to anyone."];

    private readonly Utf8JsonWriter _json = new(target);

    /// <summary>Writes one line.</summary>
    public void Write(string id, int customer, DateTimeOffset at)
    {
        _json.WriteStartObject();
        _json.WriteString("id"u8, id);
        _json.WriteString("at"u8, LineLayout.Time(at));
        _json.WriteString("customer"u8, string.Create(CultureInfo.InvariantCulture, $"customer-{customer:D6}"));
        WriteRest();
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        target.Write("\n"u8);
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void WriteRest()
    {
        switch (random.Next(100))
        {
            case < 20:
                WriteStart("visit", Pick(Channels), Pick(Touchpoints));
                WriteProperties("referrer", "https://search.example/results", "screens");
                break;
            case < 52:
                WriteStart("page", "web", Pick(Touchpoints));
                WriteProperties("title", Pick(Titles), "durationMs");
                break;
            case < 72:
                WriteStart("feature_used", "app", Pick(Touchpoints));
                WriteProperties("feature", Pick(Features), "items");
                break;
            case < 81:
                WriteStart("message", Pick(Channels), "help");
                WriteProperties("subject", Pick(Subjects), "words");
                break;
            case < 86:
                WriteStart("login", "app", "account");
                WriteProperties("device", "phone, system version 17.5", "attempts");
                break;
            case < 92:
                WriteStart("email_opened", "email", "newsletter");
                WriteProperties("subject", Pick(Titles), "campaign");
                break;
            case < 98:
                WriteStart("purchase", Pick(Channels), "checkout");
                _json.WriteNumber("value"u8, random.Next(199, 25_000) / 100m);
                _json.WriteString("currency"u8, Pick(Currencies));
                WriteProperties("coupon", "none", "items");
                break;
            default:
                WriteStart("survey_response", Pick(Channels), Pick(Touchpoints));
                WriteAnswer();
                break;
        }
    }

    private void WriteStart(string type, string channel, string touchpoint)
    {
        _json.WriteString("type"u8, type);
        _json.WriteString("channel"u8, channel);
        _json.WriteString("touchpoint"u8, touchpoint);
    }

    private void WriteProperties(string name, string text, string numberName)
    {
        _json.WriteStartObject("properties"u8);
        _json.WriteString(name, text);
        _json.WriteNumber(numberName, random.Next(1, 5_000));
        _json.WriteEndObject();
    }

    private void WriteAnswer()
    {
        var isNps = random.Next(2) == 0;
        _json.WriteString("survey"u8, isNps ? NpsSurvey : CsatSurvey);
        _json.WriteString("metric"u8, isNps ? "nps"u8 : "csat"u8);
        _json.WriteNumber("score"u8, isNps ? random.Next(0, 11) : random.Next(1, CsatScale + 1));
        if (!isNps)
        {
            _json.WriteNumber("scale"u8, CsatScale);
        }

        if (random.Next(4) == 0)
        {
            _json.WriteString("comment"u8, Pick(Comments));
        }
    }

    private string Pick(string[] texts) => texts[random.Next(texts.Length)];
}
