using System.Text.Json;

namespace CxGrains.Domain.Interactions;

/// <summary>
/// An interaction while its members arrive, in any order. What only some types have is collected for all of them,
/// with its faults kept aside, because the type may come last.
/// </summary>
internal ref struct InteractionDraft(long receivedMs, NamePool names)
{
    private FirstFault _fault;
    private FirstFault _accountFault;
    private FirstFault _traitsFault;
    private SurveyAnswerReader _survey;
    private ConsentReader _consent;
    private KnownProperties _known;
    private string? _customer;
    private string? _type;
    private long? _atMs;
    private ulong _idFingerprint;
    private string? _channel;
    private string? _touchpoint;
    private decimal? _value;
    private string? _currency;
    private string? _label;
    private List<Trait>? _traits;
    private string? _account;
    private string? _previousId;
    private FirstFault _previousIdFault;

    /// <summary>Whether a fault was met that no type can mend.</summary>
    public readonly bool HasFault => _fault.Any;

    /// <summary>The fault; only where there is one.</summary>
    public readonly InteractionError Fault => _fault.Error;

    /// <summary>Reads the value the reader stands on, which is not null, to its end.</summary>
    public void Read(InteractionField field, ref Utf8JsonReader reader)
    {
        switch (field)
        {
            case InteractionField.Unknown:
                reader.Skip();
                break;
            case InteractionField.Id:
                _idFingerprint = FieldId.ReadFingerprint(ref reader, "id", ref _fault);
                break;
            case InteractionField.Customer:
                _customer = FieldText.ReadId(ref reader, "customer", ref _fault);
                break;
            case InteractionField.Type:
                _type = FieldText.ReadName(ref reader, "type", names, ref _fault);
                break;
            case InteractionField.At:
                _atMs = FieldTime.Read(ref reader, "at", receivedMs, ref _fault);
                break;
            case InteractionField.Channel:
                _channel = FieldText.ReadName(ref reader, "channel", names, ref _fault);
                break;
            case InteractionField.Touchpoint:
                _touchpoint = FieldText.ReadName(ref reader, "touchpoint", names, ref _fault);
                break;
            case InteractionField.Value:
                _value = FieldNumber.ReadDecimal(ref reader, "value", ref _fault);
                break;
            case InteractionField.Currency:
                _currency = FieldCurrency.Read(ref reader, "currency", names, ref _fault);
                break;
            case InteractionField.Properties:
                _label = PropertiesReader.Read(ref reader, names.Labels, ref _known, ref _fault);
                break;
            case InteractionField.Traits:
                _traits = TraitsReader.Read(ref reader, names, ref _traitsFault);
                break;
            case InteractionField.Account:
                _account = FieldText.ReadId(ref reader, "account", ref _accountFault);
                break;
            case InteractionField.PreviousId:
                _previousId = FieldText.ReadId(ref reader, "previousId", ref _previousIdFault);
                break;
            case InteractionField.Purpose:
                _consent.ReadPurpose(ref reader, names);
                break;
            case InteractionField.Granted:
                _consent.ReadGranted(ref reader);
                break;
            default:
                _survey.Read(field, ref reader, names);
                break;
        }
    }

    /// <summary>Checks what is required, and makes the interaction.</summary>
    /// <returns>Null where there is a fault.</returns>
    public Interaction? Complete()
    {
        if (_customer is null)
        {
            _fault.Add("customer", $"is missing; the customer's id of 1 to {Limits.IdCharsMax} characters is wanted");
        }

        if (_type is null)
        {
            _fault.Add("type", $"is missing; a name of 1 to {Limits.NameCharsMax} characters is wanted");
        }

        if (_fault.Any)
        {
            return null;
        }

        SurveyAnswer? answer = null;
        IReadOnlyList<Trait>? traits = null;
        string? account = null;
        switch (_type)
        {
            case InteractionTypes.SurveyResponse:
                answer = _survey.ToResponse(ref _fault);
                break;
            case InteractionTypes.SurveySent:
                answer = _survey.ToSent(ref _fault);
                break;
            case InteractionTypes.Identify:
                traits = RequireTraits();
                break;
            case InteractionTypes.Group:
                account = RequireAccount();
                break;
            case InteractionTypes.Consent:
                traits = _consent.ToTraits(ref _fault);
                break;
            case InteractionTypes.Purchase or InteractionTypes.Refund:
                RequireAmount();
                break;
            case InteractionTypes.TicketOpened or InteractionTypes.TicketReplied or InteractionTypes.TicketResolved:
                _fault.Add(_known.TicketFault);
                break;
            case InteractionTypes.Alias:
                RequirePreviousId();
                break;
        }

        // An alias is the last thing that happens to the id which goes: it lives where that one does.
        var isAlias = _type == InteractionTypes.Alias;
        return _fault.Any ? null : new Interaction
        {
            Customer = isAlias ? _previousId! : _customer!,
            Type = _type!,
            Kind = InteractionTypes.KindOf(_type!),
            AtMs = _atMs ?? receivedMs,
            IdFingerprint = _idFingerprint,
            Channel = _channel,
            Touchpoint = _touchpoint,
            Value = _value,
            Currency = _currency,
            Label = _label,
            Ticket = _known.Ticket,
            StaySeconds = _known.StaySeconds,
            FoundNothing = _known.FoundNothing,
            Answer = answer,
            Traits = traits,
            Account = account,
            MergeInto = isAlias ? _customer : null,
        };
    }

    private List<Trait>? RequireTraits()
    {
        _fault.Add(_traitsFault);
        if (_traits is null)
        {
            _fault.Add("traits", "is missing; an object of traits is wanted");
        }

        return _traits;
    }

    private string? RequireAccount()
    {
        _fault.Add(_accountFault);
        if (_account is null)
        {
            _fault.Add("account", $"is missing; the account's id of 1 to {Limits.IdCharsMax} characters is wanted");
        }

        return _account;
    }

    private void RequirePreviousId()
    {
        _fault.Add(_previousIdFault);
        if (_previousId is null)
        {
            _fault.Add("previousId", $"is missing; the id of 1 to {Limits.IdCharsMax} characters that is merged into the customer is wanted");
        }
        else if (_previousId == _customer)
        {
            _fault.Add("previousId", "is the customer itself; another id is wanted");
        }
    }

    private void RequireAmount()
    {
        if (_value is null)
        {
            _fault.Add("value", $"is missing; a {_type} needs an amount from 0 to {Limits.ValueMax}");
        }
        else if (_value < 0)
        {
            _fault.Add("value", $"{_value} is negative; a {_type} needs an amount from 0 to {Limits.ValueMax}");
        }
    }
}
