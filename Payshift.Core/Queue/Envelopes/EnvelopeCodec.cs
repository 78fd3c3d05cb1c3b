using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics;

namespace Payshift.Core.Queue.Envelopes;

/// <summary>
/// A webhook as Redis keeps it: one byte of format, the length of what follows uncompressed, then fields and payload
/// compressed as one, so that what the fields repeat from the payload costs next to nothing.
/// </summary>
internal static class EnvelopeCodec
{
    private const byte Format = 4;

    /// <summary>Knew neither the trace nor the headers of a delivery, and was compressed with the second dictionary.</summary>
    private const byte ThirdFormat = 3;

    /// <summary>The same fields as the third, compressed with the first dictionary.</summary>
    private const byte SecondFormat = 2;

    /// <summary>Knew neither state nor links: the byte of <see cref="Parts"/> and what it announces are absent.</summary>
    private const byte FirstFormat = 1;

    /// <summary>Formats are counted up one by one. What lies above is none: the letters of a text, for one.</summary>
    private const byte LastFormat = 31;

    private const int HeadLength = 1 + sizeof(int);
    private const int FixedFieldsLength = 1 + 8 + 8 + 1 + 8 + 1;
    private const byte NoAmount = byte.MaxValue;
    private const int TraceIdLength = 16;
    private const int SpanIdLength = 8;
    private const int TraceLength = TraceIdLength + SpanIdLength + sizeof(byte);

    private static readonly StringPool Names = new(maxLength: 64);
    private static readonly StringPool HeaderTexts = new(maxLength: 256);

    public static byte[] Encode(Webhook webhook)
    {
        var currency = webhook.Amount?.Currency ?? "";
        var maxLength = FixedFieldsLength + webhook.Payload.Length
            + MaxLength(webhook.Provider) + MaxLength(webhook.EventId) + MaxLength(webhook.EventType)
            + MaxLength(webhook.PaymentReference) + MaxLength(webhook.PaymentMethod) + MaxLength(currency)
            + sizeof(Parts) + sizeof(PaymentState) + MaxLength(webhook.OrderReference ?? "") + MaxLength(webhook.CustomerReference ?? "")
            + TraceLength + MaxLength(webhook.Headers.Text);
        var plain = ArrayPool<byte>.Shared.Rent(maxLength);
        var packed = ArrayPool<byte>.Shared.Rent(HeadLength + EnvelopeCompression.MaxLength(maxLength));
        try
        {
            var writer = new FieldWriter(plain);
            writer.WriteByte((byte)webhook.Priority);
            writer.WriteInt64(webhook.EventTime.ToUnixTimeMilliseconds());
            writer.WriteInt64(webhook.ReceivedAt.ToUnixTimeMilliseconds());
            writer.WriteByte(webhook.Amount?.Exponent ?? NoAmount);
            writer.WriteInt64(webhook.Amount?.MinorUnits ?? 0);
            writer.WriteString(currency);
            writer.WriteString(webhook.Provider);
            writer.WriteString(webhook.EventId);
            writer.WriteString(webhook.EventType);
            writer.WriteString(webhook.PaymentReference);
            writer.WriteString(webhook.PaymentMethod);
            WriteParts(ref writer, webhook);
            webhook.Payload.Span.CopyTo(plain.AsSpan(writer.Position));
            var length = writer.Position + webhook.Payload.Length;

            var packedLength = EnvelopeCompression.Third.Compress(plain.AsSpan(0, length), packed.AsSpan(HeadLength));
            packed[0] = Format;
            BinaryPrimitives.WriteInt32LittleEndian(packed.AsSpan(1), length);
            return packed.AsSpan(0, HeadLength + packedLength).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain);
            ArrayPool<byte>.Shared.Return(packed);
        }
    }

    /// <returns>
    /// Whether a later version wrote it, which can read it. Every format begins with the same head: its byte and the length.
    /// </returns>
    public static bool IsOfLaterFormat(ReadOnlySpan<byte> envelope) =>
        envelope.Length > HeadLength && envelope[0] is > Format and <= LastFormat && IsPossible(LengthIn(envelope));

    /// <exception cref="InvalidDataException">The bytes are no envelope, or one of a later version.</exception>
    public static Webhook Decode(WebhookId id, ReadOnlySpan<byte> envelope)
    {
        if (envelope.Length < HeadLength)
        {
            throw new InvalidDataException("The envelope is cut short.");
        }

        var length = LengthIn(envelope);
        if (!IsPossible(length))
        {
            throw new InvalidDataException("The envelope's length is impossible.");
        }

        var format = envelope[0];
        var compression = format switch
        {
            Format => EnvelopeCompression.Third,
            ThirdFormat => EnvelopeCompression.Second,
            SecondFormat or FirstFormat => EnvelopeCompression.First,
            _ => throw new InvalidDataException($"The envelope has the unknown format {format}."),
        };

        // Nothing of it is shown unless all of it was written.
        var plain = GC.AllocateUninitializedArray<byte>(length);
        compression.Decompress(envelope[HeadLength..], plain);
        return Read(id, plain, hasParts: format != FirstFormat);
    }

    private static Webhook Read(WebhookId id, byte[] plain, bool hasParts)
    {
        var reader = new FieldReader(plain);
        var priority = (WebhookPriority)reader.ReadByte();
        var eventTime = reader.ReadTime();
        var receivedAt = reader.ReadTime();
        var exponent = reader.ReadByte();
        var minorUnits = reader.ReadInt64();
        var currency = reader.ReadName();
        var provider = reader.ReadName();
        var eventId = reader.ReadString();
        var eventType = reader.ReadName();
        var paymentReference = reader.ReadString();
        var paymentMethod = reader.ReadName();
        var parts = hasParts ? (Parts)reader.ReadByte() : Parts.None;
        return new Webhook
        {
            Id = id,
            Provider = provider,
            EventId = eventId,
            EventType = eventType,
            PaymentReference = paymentReference,
            PaymentMethod = paymentMethod,
            Amount = exponent == NoAmount ? null : new Money(minorUnits, currency, exponent),
            Priority = priority,
            EventTime = eventTime,
            ReceivedAt = receivedAt,
            // Read in this order, as they are written.
            State = parts.HasFlag(Parts.State) ? (PaymentState)reader.ReadByte() : null,
            OrderReference = parts.HasFlag(Parts.Order) ? reader.ReadString() : null,
            CustomerReference = parts.HasFlag(Parts.Customer) ? reader.ReadString() : null,
            Headers = parts.HasFlag(Parts.Headers) ? new DeliveryHeaders(reader.ReadHeaders()) : default,
            TraceParent = parts.HasFlag(Parts.Trace) ? reader.ReadTrace() : null,
            Payload = plain.AsMemory(reader.Position),
        };
    }

    private static void WriteParts(ref FieldWriter writer, Webhook webhook)
    {
        writer.WriteByte((byte)((webhook.State is null ? Parts.None : Parts.State)
            | (webhook.OrderReference is null ? Parts.None : Parts.Order)
            | (webhook.CustomerReference is null ? Parts.None : Parts.Customer)
            | (webhook.Headers.IsEmpty ? Parts.None : Parts.Headers)
            | (webhook.TraceParent is null ? Parts.None : Parts.Trace)));
        if (webhook.State is { } state)
        {
            writer.WriteByte((byte)state);
        }

        if (webhook.OrderReference is { } order)
        {
            writer.WriteString(order);
        }

        if (webhook.CustomerReference is { } customer)
        {
            writer.WriteString(customer);
        }

        if (!webhook.Headers.IsEmpty)
        {
            writer.WriteString(webhook.Headers.Text);
        }

        if (webhook.TraceParent is { } trace)
        {
            writer.WriteTrace(trace);
        }
    }

    /// <summary>Far above what <see cref="QueueOptions.MaxPayloadBytes"/> allows: bounds what a damaged length can allocate.</summary>
    private const int MaxDecodedLength = 4 * 1024 * 1024;

    private static int LengthIn(ReadOnlySpan<byte> envelope) => BinaryPrimitives.ReadInt32LittleEndian(envelope[1..]);

    private static bool IsPossible(int length) => length is >= FixedFieldsLength and <= MaxDecodedLength;

    private static int MaxLength(string text) => sizeof(ushort) + Encoding.UTF8.GetMaxByteCount(text.Length);

    /// <summary>Which of the parts follow that not every webhook has.</summary>
    [Flags]
    private enum Parts : byte
    {
        None = 0,
        State = 1,
        Order = 2,
        Customer = 4,
        Headers = 8,
        Trace = 16,
    }

    private ref struct FieldWriter(Span<byte> buffer)
    {
        private readonly Span<byte> _buffer = buffer;

        public int Position { get; private set; }

        public void WriteByte(byte value) => _buffer[Position++] = value;

        public void WriteInt64(long value)
        {
            BinaryPrimitives.WriteInt64LittleEndian(_buffer[Position..], value);
            Position += sizeof(long);
        }

        /// <summary>The fields of W3C trace context, version 00, in binary.</summary>
        public void WriteTrace(ActivityContext trace)
        {
            // Both ask for exactly their length.
            trace.TraceId.CopyTo(_buffer.Slice(Position, TraceIdLength));
            trace.SpanId.CopyTo(_buffer.Slice(Position + TraceIdLength, SpanIdLength));
            _buffer[Position + TraceLength - 1] = (byte)trace.TraceFlags;
            Position += TraceLength;
        }

        public void WriteString(string value)
        {
            var length = Encoding.UTF8.GetBytes(value, _buffer[(Position + sizeof(ushort))..]);
            BinaryPrimitives.WriteUInt16LittleEndian(_buffer[Position..], checked((ushort)length));
            Position += sizeof(ushort) + length;
        }
    }

    private ref struct FieldReader(ReadOnlySpan<byte> buffer)
    {
        private static readonly long MinTime = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
        private static readonly long MaxTime = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

        private readonly ReadOnlySpan<byte> _buffer = buffer;

        public int Position { get; private set; }

        public byte ReadByte() => Take(1)[0];

        public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

        public DateTimeOffset ReadTime()
        {
            var milliseconds = ReadInt64();
            return milliseconds >= MinTime && milliseconds <= MaxTime
                ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
                : throw new InvalidDataException("The envelope's times are impossible.");
        }

        public ActivityContext ReadTrace()
        {
            var taken = Take(TraceLength);
            return new ActivityContext(
                ActivityTraceId.CreateFromBytes(taken[..TraceIdLength]),
                ActivitySpanId.CreateFromBytes(taken.Slice(TraceIdLength, SpanIdLength)),
                (ActivityTraceFlags)taken[^1],
                isRemote: true);
        }

        public string ReadString() => Encoding.UTF8.GetString(TakeText());

        /// <summary>A text of which there are few.</summary>
        public string ReadName() => Names.Get(TakeText());

        /// <summary>Many senders say the same in every delivery.</summary>
        public string ReadHeaders() => HeaderTexts.Get(TakeText());

        private ReadOnlySpan<byte> TakeText() => Take(BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort))));

        private ReadOnlySpan<byte> Take(int length)
        {
            if (length > _buffer.Length - Position)
            {
                throw new InvalidDataException("The envelope's fields are cut short.");
            }

            var taken = _buffer.Slice(Position, length);
            Position += length;
            return taken;
        }
    }
}
