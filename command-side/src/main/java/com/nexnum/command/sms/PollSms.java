package com.nexnum.command.sms;

import com.nexnum.command.sms.polling.PollWork;
import com.nexnum.command.supply.SmsAnswer;
import com.nexnum.command.supply.Suppliers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Asks a provider for the SMS of one number. Polling ends with the activation. */
@Component
class PollSms implements PollWork {

    private static final Logger LOG = LoggerFactory.getLogger(PollSms.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Suppliers suppliers;
    private final SmsIntake intake;

    PollSms(Suppliers suppliers, SmsIntake intake) {
        this.suppliers = suppliers;
        this.intake = intake;
    }

    @Override
    public void poll(String details) {
        var rental = JSON.readValue(details, Rental.class);
        var supply = suppliers.find(rental.provider());
        if (supply.isPresent()) {
            switch (supply.get().sms(rental.upstreamId())) {
                case SmsAnswer.Received(var messages) -> intake.take(rental, messages);
                case SmsAnswer.Unavailable(var why) ->
                        LOG.debug("{} cannot be polled now: {}", rental.activationId(), why);
                case SmsAnswer.Waiting _, SmsAnswer.Cancelled _, SmsAnswer.NotFound _ -> {}
            }
        }
    }
}
