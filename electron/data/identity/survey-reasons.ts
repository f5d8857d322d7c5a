import type { SurveyReasonCode } from '../../../shared/domain/health/survey-reasons.ts';
import type { RejectReason } from '../platforms/files/reject-reasons.ts';

/** Why a line of a survey is not taken: because of what it says, or because no line can be read so. */
export type SurveyReason = SurveyReasonCode | RejectReason;
