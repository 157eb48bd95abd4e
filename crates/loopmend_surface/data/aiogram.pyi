# aiogram 3.31.0 MIT
=== aiogram package
import aiogram.dispatcher.flags as _loopmend_1
import aiogram.utils.magic_filter as _loopmend_0
from aiogram.dispatcher.flags import FlagGenerator
from . import enums, methods, types
from .__meta__ import __api_version__, __version__
from .client import session
from .client.bot import Bot
from .dispatcher.dispatcher import Dispatcher
from .dispatcher.middlewares.base import BaseMiddleware
from .dispatcher.router import Router
from .utils.magic_filter import MagicFilter
from .utils.text_decorations import html_decoration as html
from .utils.text_decorations import markdown_decoration as md
F: _loopmend_0.MagicFilter
flags: _loopmend_1.FlagGenerator
__all__ = ( "BaseMiddleware", "Bot", "Dispatcher", "F", "Router", "__api_version__", "__version__", "enums", "flags", "html", "md", "methods", "session", "types", )

=== aiogram.client package

=== aiogram.client.bot
import aiogram.client.bot as _loopmend_0
import aiogram.client.default as _loopmend_45
import aiogram.client.session.aiohttp as _loopmend_44
import aiogram.client.session.base as _loopmend_43
import aiogram.types.bot_access_settings as _loopmend_42
import aiogram.types.bot_command as _loopmend_21
import aiogram.types.bot_description as _loopmend_28
import aiogram.types.bot_name as _loopmend_30
import aiogram.types.bot_short_description as _loopmend_29
import aiogram.types.business_connection as _loopmend_32
import aiogram.types.chat_administrator_rights as _loopmend_22
import aiogram.types.chat_full_info as _loopmend_8
import aiogram.types.chat_invite_link as _loopmend_5
import aiogram.types.chat_member_administrator as _loopmend_10
import aiogram.types.chat_member_banned as _loopmend_14
import aiogram.types.chat_member_left as _loopmend_13
import aiogram.types.chat_member_member as _loopmend_11
import aiogram.types.chat_member_owner as _loopmend_9
import aiogram.types.chat_member_restricted as _loopmend_12
import aiogram.types.file as _loopmend_19
import aiogram.types.forum_topic as _loopmend_6
import aiogram.types.game_high_score as _loopmend_20
import aiogram.types.gifts as _loopmend_34
import aiogram.types.menu_button_commands as _loopmend_17
import aiogram.types.menu_button_default as _loopmend_15
import aiogram.types.menu_button_web_app as _loopmend_16
import aiogram.types.message as _loopmend_7
import aiogram.types.message_id as _loopmend_4
import aiogram.types.owned_gifts as _loopmend_37
import aiogram.types.poll as _loopmend_27
import aiogram.types.prepared_inline_message as _loopmend_35
import aiogram.types.prepared_keyboard_button as _loopmend_40
import aiogram.types.sent_guest_message as _loopmend_41
import aiogram.types.sent_web_app_message as _loopmend_3
import aiogram.types.star_amount as _loopmend_38
import aiogram.types.star_transactions as _loopmend_33
import aiogram.types.sticker as _loopmend_18
import aiogram.types.sticker_set as _loopmend_23
import aiogram.types.story as _loopmend_36
import aiogram.types.update as _loopmend_24
import aiogram.types.user as _loopmend_1
import aiogram.types.user_chat_boosts as _loopmend_31
import aiogram.types.user_profile_audios as _loopmend_39
import aiogram.types.user_profile_photos as _loopmend_25
import aiogram.types.webhook_info as _loopmend_26
import typing as _loopmend_2
from __future__ import annotations
import io
import pathlib
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from types import TracebackType
from typing import ( Any, BinaryIO, TypeVar, cast, )
import aiofiles
from aiogram.utils.token import extract_bot_id, validate_token
from ..methods import ( AddStickerToSet, AnswerCallbackQuery, AnswerChatJoinRequestQuery, AnswerGuestQuery, AnswerInlineQuery, AnswerPreCheckoutQuery, AnswerShippingQuery, AnswerWebAppQuery, ApproveChatJoinRequest, ApproveSuggestedPost, BanChatMember, BanChatSenderChat, Close, CloseForumTopic, CloseGeneralForumTopic, ConvertGiftToStars, CopyMessage, CopyMessages, CreateChatInviteLink, CreateChatSubscriptionInviteLink, CreateForumTopic, CreateInvoiceLink, CreateNewStickerSet, DeclineChatJoinRequest, DeclineSuggestedPost, DeleteAllMessageReactions, DeleteBusinessMessages, DeleteChatPhoto, DeleteChatStickerSet, DeleteEphemeralMessage, DeleteForumTopic, DeleteMessage, DeleteMessageReaction, DeleteMessages, DeleteMyCommands, DeleteStickerFromSet, DeleteStickerSet, DeleteStory, DeleteWebhook, EditChatInviteLink, EditChatSubscriptionInviteLink, EditEphemeralMessageCaption, EditEphemeralMessageMedia, EditEphemeralMessageReplyMarkup, EditEphemeralMessageText, EditForumTopic, EditGeneralForumTopic, EditMessageCaption, EditMessageChecklist, EditMessageLiveLocation, EditMessageMedia, EditMessageReplyMarkup, EditMessageText, EditStory, EditUserStarSubscription, ExportChatInviteLink, ForwardMessage, ForwardMessages, GetAvailableGifts, GetBusinessAccountGifts, GetBusinessAccountStarBalance, GetBusinessConnection, GetChat, GetChatAdministrators, GetChatGifts, GetChatMember, GetChatMemberCount, GetChatMenuButton, GetCustomEmojiStickers, GetFile, GetForumTopicIconStickers, GetGameHighScores, GetManagedBotAccessSettings, GetManagedBotToken, GetMe, GetMyCommands, GetMyDefaultAdministratorRights, GetMyDescription, GetMyName, GetMyShortDescription, GetMyStarBalance, GetStarTransactions, GetStickerSet, GetUpdates, GetUserChatBoosts, GetUserGifts, GetUserPersonalChatMessages, GetUserProfileAudios, GetUserProfilePhotos, GetWebhookInfo, GiftPremiumSubscription, HideGeneralForumTopic, LeaveChat, LogOut, PinChatMessage, PostStory, PromoteChatMember, ReadBusinessMessage, RefundStarPayment, RemoveBusinessAccountProfilePhoto, RemoveChatVerification, RemoveMyProfilePhoto, RemoveUserVerification, ReopenForumTopic, ReopenGeneralForumTopic, ReplaceManagedBotToken, ReplaceStickerInSet, RepostStory, RestrictChatMember, RevokeChatInviteLink, SavePreparedInlineMessage, SavePreparedKeyboardButton, SendAnimation, SendAudio, SendChatAction, SendChatJoinRequestWebApp, SendChecklist, SendContact, SendDice, SendDocument, SendGame, SendGift, SendInvoice, SendLivePhoto, SendLocation, SendMediaGroup, SendMessage, SendMessageDraft, SendPaidMedia, SendPhoto, SendPoll, SendRichMessage, SendRichMessageDraft, SendSticker, SendVenue, SendVideo, SendVideoNote, SendVoice, SetBusinessAccountBio, SetBusinessAccountGiftSettings, SetBusinessAccountName, SetBusinessAccountProfilePhoto, SetBusinessAccountUsername, SetChatAdministratorCustomTitle, SetChatDescription, SetChatMemberTag, SetChatMenuButton, SetChatPermissions, SetChatPhoto, SetChatStickerSet, SetChatTitle, SetCustomEmojiStickerSetThumbnail, SetGameScore, SetManagedBotAccessSettings, SetMessageReaction, SetMyCommands, SetMyDefaultAdministratorRights, SetMyDescription, SetMyName, SetMyProfilePhoto, SetMyShortDescription, SetPassportDataErrors, SetStickerEmojiList, SetStickerKeywords, SetStickerMaskPosition, SetStickerPositionInSet, SetStickerSetThumbnail, SetStickerSetTitle, SetUserEmojiStatus, SetWebhook, StopMessageLiveLocation, StopPoll, TelegramMethod, TransferBusinessAccountStars, TransferGift, UnbanChatMember, UnbanChatSenderChat, UnhideGeneralForumTopic, UnpinAllChatMessages, UnpinAllForumTopicMessages, UnpinAllGeneralForumTopicMessages, UnpinChatMessage, UpgradeGift, UploadStickerFile, VerifyChat, VerifyUser, )
from ..types import ( AcceptedGiftTypes, BotAccessSettings, BotCommand, BotCommandScopeUnion, BotDescription, BotName, BotShortDescription, BusinessConnection, ChatAdministratorRights, ChatFullInfo, ChatIdUnion, ChatInviteLink, ChatPermissions, DateTimeUnion, Downloadable, EphemeralMessageParameters, File, ForumTopic, GameHighScore, Gifts, InlineKeyboardMarkup, InlineQueryResultsButton, InlineQueryResultUnion, InputChecklist, InputFile, InputFileUnion, InputMediaUnion, InputPaidMediaUnion, InputPollMedia, InputPollMediaUnion, InputPollOptionUnion, InputProfilePhotoUnion, InputRichMessage, InputSticker, InputStoryContentUnion, KeyboardButton, LabeledPrice, LinkPreviewOptions, MaskPosition, MediaUnion, MenuButtonUnion, Message, MessageEntity, MessageId, OwnedGifts, PassportElementErrorUnion, Poll, PreparedInlineMessage, PreparedKeyboardButton, ReactionTypeUnion, ReplyMarkupUnion, ReplyParameters, ResultChatMemberUnion, ResultMenuButtonUnion, SentGuestMessage, SentWebAppMessage, ShippingOption, StarAmount, StarTransactions, Sticker, StickerSet, Story, StoryArea, SuggestedPostParameters, Update, User, UserChatBoosts, UserProfileAudios, UserProfilePhotos, WebhookInfo, )
from .default import Default, DefaultBotProperties
from .session.aiohttp import AiohttpSession
from .session.base import BaseSession
T = TypeVar("T")
class Bot:
 def __init__(self, token: str, session: BaseSession | None = None, default: DefaultBotProperties | None = None, **kwargs: Any) -> None: ...
 async def __aenter__(self) -> Bot: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_value: BaseException | None, traceback: TracebackType | None) -> None: ...
 @property
 def token(self) -> str: ...
 @property
 def id(self) -> int: ...
 @asynccontextmanager
 def context(self, auto_close: bool = ...) -> AsyncIterator[Bot]: ...
 async def me(self) -> User: ...
 @classmethod
 async def __download_file_binary_io(cls, destination: BinaryIO, seek: bool, stream: AsyncGenerator[bytes, None]) -> BinaryIO: ...
 @classmethod
 async def __download_file(cls, destination: str | pathlib.Path, stream: AsyncGenerator[bytes, None]) -> None: ...
 @classmethod
 def __aiofiles_reader(cls, file: str | pathlib.Path, chunk_size: int = ...) -> AsyncGenerator[bytes, None]: ...
 async def download_file(self, file_path: str | pathlib.Path, destination: BinaryIO | pathlib.Path | str | None = None, timeout: int = ..., chunk_size: int = ..., seek: bool = ...) -> BinaryIO | None: ...
 async def download(self, file: str | Downloadable, destination: BinaryIO | pathlib.Path | str | None = None, timeout: int = ..., chunk_size: int = ..., seek: bool = ...) -> BinaryIO | None: ...
 async def __call__(self, method: TelegramMethod[T], request_timeout: int | None = None) -> T: ...
 def __hash__(self) -> int: ...
 def __eq__(self, other: Any) -> bool: ...
 async def add_sticker_to_set(self, user_id: int, name: str, sticker: InputSticker, request_timeout: int | None = None) -> bool: ...
 async def answer_callback_query(self, callback_query_id: str, text: str | None = None, show_alert: bool | None = None, url: str | None = None, cache_time: int | None = None, request_timeout: int | None = None) -> bool: ...
 async def answer_inline_query(self, inline_query_id: str, results: list[InlineQueryResultUnion], cache_time: int | None = None, is_personal: bool | None = None, next_offset: str | None = None, button: InlineQueryResultsButton | None = None, switch_pm_parameter: str | None = None, switch_pm_text: str | None = None, request_timeout: int | None = None) -> bool: ...
 async def answer_pre_checkout_query(self, pre_checkout_query_id: str, ok: bool, error_message: str | None = None, request_timeout: int | None = None) -> bool: ...
 async def answer_shipping_query(self, shipping_query_id: str, ok: bool, shipping_options: list[ShippingOption] | None = None, error_message: str | None = None, request_timeout: int | None = None) -> bool: ...
 async def answer_web_app_query(self, web_app_query_id: str, result: InlineQueryResultUnion, request_timeout: int | None = None) -> SentWebAppMessage: ...
 async def approve_chat_join_request(self, chat_id: ChatIdUnion, user_id: int, request_timeout: int | None = None) -> bool: ...
 async def ban_chat_member(self, chat_id: ChatIdUnion, user_id: int, until_date: DateTimeUnion | None = None, revoke_messages: bool | None = None, request_timeout: int | None = None) -> bool: ...
 async def ban_chat_sender_chat(self, chat_id: ChatIdUnion, sender_chat_id: int, request_timeout: int | None = None) -> bool: ...
 async def close(self, request_timeout: int | None = None) -> bool: ...
 async def close_forum_topic(self, chat_id: ChatIdUnion, message_thread_id: int, request_timeout: int | None = None) -> bool: ...
 async def copy_message(self, chat_id: ChatIdUnion, from_chat_id: ChatIdUnion, message_id: int, message_thread_id: int | None = None, direct_messages_topic_id: int | None = None, video_start_timestamp: DateTimeUnion | None = None, caption: str | None = None, parse_mode: str | Default | None = ..., caption_entities: list[MessageEntity] | None = None, show_caption_above_media: bool | Default | None = ..., disable_notification: bool | None = None, protect_content: bool | Default | None = ..., allow_paid_broadcast: bool | None = None, message_effect_id: str | None = None, suggested_post_parameters: SuggestedPostParameters | None = None, reply_parameters: ReplyParameters | None = None, reply_markup: ReplyMarkupUnion | None = None, allow_sending_without_reply: bool | None = None, reply_to_message_id: int | None = None, request_timeout: int | None = None) -> MessageId: ...
 async def create_chat_invite_link(self, chat_id: ChatIdUnion, name: str | None = None, expire_date: DateTimeUnion | None = None, member_limit: int | None = None, creates_join_request: bool | None = None, request_timeout: int | None = None) -> ChatInviteLink: ...
 async def create_forum_topic(self, chat_id: ChatIdUnion, name: str, icon_color: int | None = None, icon_custom_emoji_id: str | None = None, request_timeout: int | None = None) -> ForumTopic: ...
 async def create_invoice_link(self, title: str, description: str, payload: str, currency: str, prices: list[LabeledPrice], business_connection_id: str | None = None, provider_token: str | None = None, subscription_period: int | None = None, max_tip_amount: int | None = None, suggested_tip_amounts: list[int] | None = None, provider_data: str | None = None, photo_url: str | None = None, photo_size: int | None = None, photo_width: int | None = None, photo_height: int | None = None, need_name: bool | None = None, need_phone_number: bool | None = None, need_email: bool | None = None, need_shipping_address: bool | None = None, send_phone_number_to_provider: bool | None = None, send_email_to_provider: bool | None = None, is_flexible: bool | None = None, request_timeout: int | None = None) -> str: ...
 async def create_new_sticker_set(self, user_id: int, name: str, title: str, stickers: list[InputSticker], sticker_type: str | None = None, needs_repainting: bool | None = None, sticker_format: str | None = None, request_timeout: int | None = None) -> bool: ...
 async def decline_chat_join_request(self, chat_id: ChatIdUnion, user_id: int, request_timeout: int | None = None) -> bool: ...
 async def delete_chat_photo(self, chat_id: ChatIdUnion, request_timeout: int | None = None) -> bool: ...
 async def delete_chat_sticker_set(self, chat_id: ChatIdUnion, request_timeout: int | None = None) -> bool: ...
 async def delete_forum_topic(self, chat_id: ChatIdUnion, message_thread_id: int, request_timeout: int | None = None) -> bool: ...
 async def delete_message(self, chat_id: ChatIdUnion, message_id: int, request_timeout: int | None = None) -> bool: ...
 async def delete_my_commands(self, scope: BotCommandScopeUnion | None = None, language_code: str | None = None, request_timeout: int | None = None) -> bool: ...
 async def delete_sticker_from_set(self, sticker: str, request_timeout: int | None = None) -> bool: ...
 async def delete_webhook(self, drop_pending_updates: bool | None = None, request_timeout: int | None = None) -> bool: ...
 async def edit_chat_invite_link(self, chat_id: ChatIdUnion, invite_link: str, name: str | None = None, expire_date: DateTimeUnion | None = None, member_limit: int | None = None, creates_join_request: bool | None = None, request_timeout: int | None = None) -> ChatInviteLink: ...
 async def edit_forum_topic(self, chat_id: ChatIdUnion, message_thread_id: int, name: str | None = None, icon_custom_emoji_id: str | None = None, request_timeout: int | None = None) -> bool: ...
 async def edit_message_caption(self, business_connection_id: str | None = None, chat_id: ChatIdUnion | None = None, message_id: int | None = None, inline_message_id: str | None = None, caption: str | None = None, parse_mode: str | Default | None = ..., caption_entities: list[MessageEntity] | None = None, show_caption_above_media: bool | Default | None = ..., reply_markup: InlineKeyboardMarkup | None = None, request_timeout: int | None = None) -> Message | bool: ...
 async def edit_message_live_location(self, latitude: float, longitude: float, business_connection_id: str | None = None, chat_id: ChatIdUnion | None = None, message_id: int | None = None, inline_message_id: str | None = None, live_period: int | None = None, horizontal_accuracy: float | None = None, heading: int | None = None, proximity_alert_radius: int | None = None, reply_markup: InlineKeyboardMarkup | None = None, request_timeout: int | None = None) -> Message | bool: ...
 async def edit_message_media(self, media: InputMediaUnion, business_connection_id: str | None = None, chat_id: ChatIdUnion | None = None, message_id: int | None = None, inline_message_id: str | None = None, reply_markup: InlineKeyboardMarkup | None = None, request_timeout: int | None = None) -> Message | bool: ...
 async def edit_message_reply_markup(self, business_connection_id: str | None = None, chat_id: ChatIdUnion | None = None, message_id: int | None = None, inline_message_id: str | None = None, reply_markup: InlineKeyboardMarkup | None = None, request_timeout: int | None = None) -> Message | bool: ...
 async def edit_message_text(self, text: str | None = None, business_connection_id: str | None = None, chat_id: ChatIdUnion | None = None, message_id: int | None = None, inline_message_id: str | None = None, parse_mode: str | Default | None = ..., entities: list[MessageEntity] | None = None, link_preview_options: LinkPreviewOptions | Default | None = ..., reply_markup: InlineKeyboardMarkup | None = None, rich_message: InputRichMessage | None = None, disable_web_page_preview: bool | Default | None = ..., request_timeout: int | None = None) -> Message | bool: ...
 async def export_chat_invite_link(self, chat_id: ChatIdUnion, request_timeout: int | None = None) -> str: ...
 async def forward_message(self, chat_id: ChatIdUnion, from_chat_id: ChatIdUnion, message_id: int, message_thread_id: int | None = None, direct_messages_topic_id: int | None = None, video_start_timestamp: DateTimeUnion | None = None, disable_notification: bool | None = None, protect_content: bool | Default | None = ..., message_effect_id: str | None = None, suggested_post_parameters: SuggestedPostParameters | None = None, request_timeout: int | None = None) -> Message: ...
 async def get_chat(self, chat_id: ChatIdUnion, request_timeout: int | None = None) -> ChatFullInfo: ...
 async def get_chat_administrators(self, chat_id: ChatIdUnion, return_bots: bool | None = None, request_timeout: int | None = None) -> list[ResultChatMemberUnion]: ...
 async def get_chat_member(self, chat_id: ChatIdUnion, user_id: int, request_timeout: int | None = None) -> ResultChatMemberUnion: ...
 async def get_chat_member_count(self, chat_id: ChatIdUnion, request_timeout: int | None = None) -> int: ...
 async def get_chat_menu_button(self, chat_id: int | None = None, request_timeout: int | None = None) -> ResultMenuButtonUnion: ...
 async def get_custom_emoji_stickers(self, custom_emoji_ids: list[str], request_timeout: int | None = None) -> list[Sticker]: ...
 async def get_file(self, file_id: str, request_timeout: int | None = None) -> File: ...
 async def get_forum_topic_icon_stickers(self, request_timeout: int | None = None) -> list[Sticker]: ...
 async def get_game_high_scores(self, user_id: int, chat_id: int | None = None, message_id: int | None = None, inline_message_id: str | None = None, request_timeout: int | None = None) -> list[GameHighScore]: ...
 async def get_me(self, request_timeout: int | None = None) -> User: ...
 async def get_my_commands(self, scope: BotCommandScopeUnion | None = None, language_code: str | None = None, request_timeout: int | None = None) -> list[BotCommand]: ...
 async def get_my_default_administrator_rights(self, for_channels: bool | None = None, request_timeout: int | None = None) -> ChatAdministratorRights: ...
 async def get_sticker_set(self, name: str, request_timeout: int | None = None) -> StickerSet: ...
 async def get_updates(self, offset: int | None = None, limit: int | None = None, timeout: int | None = None, allowed_updates: list[str] | None = None, request_timeout: int | None = None) -> list[Update]: ...
 async def get_user_profile_photos(self, user_id: int, offset: int | None = None, limit: int | None = None, request_timeout: int | None = None) -> UserProfilePhotos: ...
 async def get_webhook_info(self, request_timeout: int | None = None) -> WebhookInfo: ...
 async def leave_chat(self, chat_id: ChatIdUnion, request_timeout: int | None = None) -> bool: ...
 async def log_out(self, request_timeout: int | None = None) -> bool: ...
 async def pin_chat_message(self, chat_id: ChatIdUnion, message_id: int, business_connection_id: str | None = None, disable_notification: bool | None = None, request_timeout: int | None = None) -> bool: ...
 async def promote_chat_member(self, chat_id: ChatIdUnion, user_id: int, is_anonymous: bool | None = None, can_manage_chat: bool | None = None, can_delete_messages: bool | None = None, can_manage_video_chats: bool | None = None, can_restrict_members: bool | None = None, can_promote_members: bool | None = None, can_change_info: bool | None = None, can_invite_users: bool | None = None, can_post_stories: bool | None = None, can_edit_stories: bool | None = None, can_delete_stories: bool | None = None, can_post_messages: bool | None = None, can_edit_messages: bool | None = None, can_pin_messages: bool | None = None, can_manage_topics: bool | None = None, can_manage_direct_messages: bool | None = None, can_manage_tags: bool | None = None, can_send_welcome_messages: bool | None = None, request_timeout: int | None = None) -> bool: ...
 async def reopen_forum_topic(self, chat_id: ChatIdUnion, message_thread_id: int, request_timeout: int | None = None) -> bool: ...
 async def restrict_chat_member(self, chat_id: ChatIdUnion, user_id: int, permissions: ChatPermissions, use_independent_chat_permissions: bool | None = None, until_date: DateTimeUnion | None = None, request_timeout: int | None = None) -> bool: ...
 async def revoke_chat_invite_link(self, chat_id: ChatIdUnion, invite_link: str, request_timeout: int | None = None) -> ChatInviteLink: ...
 async def send_animation(self, chat_id: ChatIdUnion, animation: InputFileUnion, business_connection_id: str | None = None, message_thread_id: int | None = None, direct_messages_topic_id: int | None = None, duration: int | None = None, width: int | None = None, height: int | None = None, thumbnail: InputFile | None = None, caption: str | None = None, parse_mode: str | Default | None = ..., caption_entities: list[MessageEntity] | None = None, show_caption_above_media: bool | Default | None = ..., has_spoiler: bool | None = None, disable_notification: bool | None = None, protect_content: bool | Default | None = ..., allow_paid_broadcast: bool | None = None, message_effect_id: str | None = None, suggested_post_parameters: SuggestedPostParameters | None = None, reply_parameters: ReplyParameters | None = None, reply_markup: ReplyMarkupUnion | None = None, ephemeral_message_parameters: EphemeralMessageParameters | None = None, receiver_user_id: int | None = None, callback_query_id: str | None = None, allow_sending_without_reply: bool | None = None, reply_to_message_id: int | None = None, request_timeout: int | None = None) -> Message: ...
 async def send_audio(self, chat_id: ChatIdUnion, audio: InputFileUnion, business_connection_id: str | None = None, message_thread_id: int | None = None, direct_messages_topic_id: int | None = None, caption: str | None = None, parse_mode: str | Default | None = ..., caption_entities: list[MessageEntity] | None = None, duration: int | None = None, performer: str | None = None, title: str | None = None, thumbnail: InputFile | None = None, disable_notification: bool | None = None, protect_content: bool | Default | None = ..., allow_paid_broadcast: bool | None = None, message_effect_id: str | None = None, suggested_post_parameters: SuggestedPostParameters | None = None, reply_parameters: ReplyParameters | None = None, reply_markup: ReplyMarkupUnion | None = None, ephemeral_message_parameters: EphemeralMessageParameters | None = None, receiver_user_id: int | None = None, callback_query_id: str | None = None, allow_sending_without_reply: bool | None = None, reply_to_message_id: int | None = None, request_timeout: int | None = None) -> Message: ...
 async def send_chat_action(self, chat_id: ChatIdUnion, action: str, business_connection_id: str | None = None, message_thread_id: int | None = None, request_timeout: int | None = None) -> bool: ...
 async def send_contact(self, chat_id: ChatIdUnion, phone_number: str, first_name: str, business_connection_id: str | None = None, message_thread_id: int | None = None, direct_messages_topic_id: int | None = None, last_name: str | None = None, vcard: str | None = None, disable_notification: bool | None = None, protect_content: bool | Default | None = ..., allow_paid_broadcast: bool | None = None, message_effect_id: str | None = None, suggested_post_parameters: SuggestedPostParameters | None = None, reply_parameters: ReplyParameters | None = None, reply_markup: ReplyMarkupUnion | None = None, ephemeral_message_parameters: EphemeralMessageParameters | None = None, receiver_user_id: int | None = None, callback_query_id: str | None = None, allow_sending_without_reply: bool | None = None, reply_to_message_id: int | None = None, request_timeout: int | None = None) -> Message: ...
 async def send_dice(self, chat_id: ChatIdUnion, business_connection_id: str | None = None, message_thread_id: int | None = None, direct_messages_topic_id: int | None = None, emoji: str | None = None, disable_notification: bool | None = None, protect_content: bool | Default | None = ..., allow_paid_broadcast: bool | None = None, message_effect_id: str | None = None, suggested_post_parameters: SuggestedPostParameters | None = None, reply_parameters: ReplyParameters | None = None, reply_markup: ReplyMarkupUnion | None = None, allow_sending_without_reply: bool | None = None, reply_to_message_id: int | None = None, request_timeout: int | None = None) -> Message: ...
 async def send_document(self, chat_id: ChatIdUnion, document: InputFileUnion, business_connection_id: str | None = None, message_thread_id: int | None = None, direct_messages_topic_id: int | None = None, thumbnail: InputFile | None = None, caption: str | None = None, parse_mode: str | Default | None = ..., caption_entities: list[MessageEntity] | None = None, disable_content_type_detection: bool | None = None, disable_notification: bool | None = None, protect_content: bool | Default | None = ..., allow_paid_broadcast: bool | None = None, message_effect_id: str | None = None, suggested_post_parameters: SuggestedPostParameters | None = None, reply_parameters: ReplyParameters | None = None, reply_markup: ReplyMarkupUnion | None = None, ephemeral_message_parameters: EphemeralMessageParameters | None = None, receiver_user_id: int | None = None, callback_query_id: str | None = None, allow_sending_without_reply: bool | None = None, reply_to_message_id: int | None = None, request_timeout: int | None = None) -> Message: ...
 async def send_game(self, chat_id: ChatIdUnion, game_short_name: str, business_connection_id: str | None = None, message_thread_id: int | None = None, disable_notification: bool | None = None, protect_content: bool | Default | None = ..., allow_paid_broadcast: bool | None = None, message_effect_id: str | None = None, reply_parameters: ReplyParameters | None = None, reply_markup: InlineKeyboardMarkup | None = None, allow_sending_without_reply: bool | None = None, reply_to_message_id: int | None = None, request_timeout: int | None = None) -> Message: ...
 async def send_invoice(self, chat_id: ChatIdUnion, title: str, description: str, payload: str, currency: str, prices: list[LabeledPrice], message_thread_id: int | None = None, direct_messages_topic_id: int | None = None, provider_token: str | None = None, max_tip_amount: int | None = None, suggested_tip_amounts: list[int] | None = None, start_parameter: str | None = None, provider_data: str | None = None, photo_url: str | None = None, photo_size: int | None = None, photo_width: int | None = None, photo_height: int | None = None, need_name: bool | None = None, need_phone_number: bool | None = None, need_email: bool | None = None, need_shipping_address: bool | None = None, send_phone_number_to_provider: bool | None = None, send_email_to_provider: bool | None = None, is_flexible: bool | None = None, disable_notification: bool | None = None, protect_content: bool | Default | None = ..., allow_paid_broadcast: bool | None = None, message_effect_id: str | None = None, suggested_post_parameters: SuggestedPostParameters | None = None, reply_parameters: ReplyParameters | None = None, reply_markup: InlineKeyboardMarkup | None = None, allow_sending_without_reply: bool | None = None, reply_to_message_id: int | None = None, request_timeout: int | None = None) -> Message: ...
 async def send_location(self, chat_id: ChatIdUnion, latitude: float, longitude: float, business_connection_id: str | None = None, message_thread_id: int | None = None, direct_messages_topic_id: int | None = None, horizontal_accuracy: float | None = None, live_period: int | None = None, heading: int | None = None, proximity_alert_radius: int | None = None, disable_notification: bool | None = None, protect_content: bool | Default | None = ..., allow_paid_broadcast: bool | None = None, message_effect_id: str | None = None, suggested_post_parameters: SuggestedPostParameters | None = None, reply_parameters: ReplyParameters | None = None, reply_markup: ReplyMarkupUnion | None = None, ephemeral_message_parameters: EphemeralMessageParameters | None = None, receiver_user_id: int | None = None, callback_query_id: str | None = None, allow_sending_without_reply: bool | None = None, reply_to_message_id: int | None = None, request_timeout: int | None = None) -> Message: ...
 async def send_media_group(self, chat_id: ChatIdUnion, media: list[MediaUnion], business_connection_id: str | None = None, message_thread_id: int | None = None, direct_messages_topic_id: int | None = None, disable_notification: bool | None = None, protect_content: bool | Default | None = ..., allow_paid_broadcast: bool | None = None, message_effect_id: str | None = None, reply_parameters: ReplyParameters | None = None, allow_sending_without_reply: bool | None = None, reply_to_message_id: int | None = None, request_timeout: int | None = None) -> list[Message]: ...
 async def send_message(self, chat_id: ChatIdUnion, text: str, business_connection_id: str | None = None, message_thread_id: int | None = None, direct_messages_topic_id: int | None = None, parse_mode: str | Default | None = ..., entities: list[MessageEntity] | None = None, link_preview_options: LinkPreviewOptions | Default | None = ..., disable_notification: bool | None = None, protect_content: bool | Default | None = ..., allow_paid_broadcast: bool | None = None, message_effect_id: str | None = None, suggested_post_parameters: SuggestedPostParameters | None = None, reply_parameters: ReplyParameters | None = None, reply_markup: ReplyMarkupUnion | None = None, ephemeral_message_parameters: EphemeralMessageParameters | None = None, receiver_user_id: int | None = None, callback_query_id: str | None = None, allow_sending_without_reply: bool | None = None, disable_web_page_preview: bool | Default | None = ..., reply_to_message_id: int | None = None, request_timeout: int | None = None) -> Message: ...
 async def send_photo(self, chat_id: ChatIdUnion, photo: InputFileUnion, business_connection_id: str | None = None, message_thread_id: int | None = None, direct_messages_topic_id: int | None = None, caption: str | None = None, parse_mode: str | Default | None = ..., caption_entities: list[MessageEntity] | None = None, show_caption_above_media: bool | Default | None = ..., has_spoiler: bool | None = None, disable_notification: bool | None = None, protect_content: bool | Default | None = ..., allow_paid_broadcast: bool | None = None, message_effect_id: str | None = None, suggested_post_parameters: SuggestedPostParameters | None = None, reply_parameters: ReplyParameters | None = None, reply_markup: ReplyMarkupUnion | None = None, ephemeral_message_parameters: EphemeralMessageParameters | None = None, receiver_user_id: int | None = None, callback_query_id: str | None = None, allow_sending_without_reply: bool | None = None, reply_to_message_id: int | None = None, request_timeout: int | None = None) -> Message: ...
 async def send_poll(self, chat_id: ChatIdUnion, question: str, options: list[InputPollOptionUnion], business_connection_id: str | None = None, message_thread_id: int | None = None, question_parse_mode: str | Default | None = ..., question_entities: list[MessageEntity] | None = None, is_anonymous: bool | None = None, type: str | None = None, allows_multiple_answers: bool | None = None, allows_revoting: bool | None = None, shuffle_options: bool | None = None, allow_adding_options: bool | None = None, hide_results_until_closes: bool | None = None, members_only: bool | None = None, country_codes: list[str] | None = None, correct_option_ids: list[int] | None = None, explanation: str | None = None, explanation_parse_mode: str | Default | None = ..., explanation_entities: list[MessageEntity] | None = None, explanation_media: InputPollMediaUnion | None = None, open_period: int | None = None, close_date: DateTimeUnion | None = None, is_closed: bool | None = None, description: str | None = None, description_parse_mode: str | Default | None = ..., description_entities: list[MessageEntity] | None = None, media: InputPollMediaUnion | None = None, disable_notification: bool | None = None, protect_content: bool | Default | None = ..., allow_paid_broadcast: bool | None = None, message_effect_id: str | None = None, reply_parameters: ReplyParameters | None = None, reply_markup: ReplyMarkupUnion | None = None, allow_sending_without_reply: bool | None = None, correct_option_id: int | None = None, reply_to_message_id: int | None = None, request_timeout: int | None = None) -> Message: ...
 async def send_sticker(self, chat_id: ChatIdUnion, sticker: InputFileUnion, business_connection_id: str | None = None, message_thread_id: int | None = None, direct_messages_topic_id: int | None = None, emoji: str | None = None, disable_notification: bool | None = None, protect_content: bool | Default | None = ..., allow_paid_broadcast: bool | None = None, message_effect_id: str | None = None, suggested_post_parameters: SuggestedPostParameters | None = None, reply_parameters: ReplyParameters | None = None, reply_markup: ReplyMarkupUnion | None = None, ephemeral_message_parameters: EphemeralMessageParameters | None = None, receiver_user_id: int | None = None, callback_query_id: str | None = None, allow_sending_without_reply: bool | None = None, reply_to_message_id: int | None = None, request_timeout: int | None = None) -> Message: ...
 async def send_venue(self, chat_id: ChatIdUnion, latitude: float, longitude: float, title: str, address: str, business_connection_id: str | None = None, message_thread_id: int | None = None, direct_messages_topic_id: int | None = None, foursquare_id: str | None = None, foursquare_type: str | None = None, google_place_id: str | None = None, google_place_type: str | None = None, disable_notification: bool | None = None, protect_content: bool | Default | None = ..., allow_paid_broadcast: bool | None = None, message_effect_id: str | None = None, suggested_post_parameters: SuggestedPostParameters | None = None, reply_parameters: ReplyParameters | None = None, reply_markup: ReplyMarkupUnion | None = None, ephemeral_message_parameters: EphemeralMessageParameters | None = None, receiver_user_id: int | None = None, callback_query_id: str | None = None, allow_sending_without_reply: bool | None = None, reply_to_message_id: int | None = None, request_timeout: int | None = None) -> Message: ...
 async def send_video(self, chat_id: ChatIdUnion, video: InputFileUnion, business_connection_id: str | None = None, message_thread_id: int | None = None, direct_messages_topic_id: int | None = None, duration: int | None = None, width: int | None = None, height: int | None = None, thumbnail: InputFile | None = None, cover: InputFileUnion | None = None, start_timestamp: DateTimeUnion | None = None, caption: str | None = None, parse_mode: str | Default | None = ..., caption_entities: list[MessageEntity] | None = None, show_caption_above_media: bool | Default | None = ..., has_spoiler: bool | None = None, supports_streaming: bool | None = None, disable_notification: bool | None = None, protect_content: bool | Default | None = ..., allow_paid_broadcast: bool | None = None, message_effect_id: str | None = None, suggested_post_parameters: SuggestedPostParameters | None = None, reply_parameters: ReplyParameters | None = None, reply_markup: ReplyMarkupUnion | None = None, ephemeral_message_parameters: EphemeralMessageParameters | None = None, receiver_user_id: int | None = None, callback_query_id: str | None = None, allow_sending_without_reply: bool | None = None, reply_to_message_id: int | None = None, request_timeout: int | None = None) -> Message: ...
 async def send_video_note(self, chat_id: ChatIdUnion, video_note: InputFileUnion, business_connection_id: str | None = None, message_thread_id: int | None = None, direct_messages_topic_id: int | None = None, duration: int | None = None, length: int | None = None, thumbnail: InputFile | None = None, disable_notification: bool | None = None, protect_content: bool | Default | None = ..., allow_paid_broadcast: bool | None = None, message_effect_id: str | None = None, suggested_post_parameters: SuggestedPostParameters | None = None, reply_parameters: ReplyParameters | None = None, reply_markup: ReplyMarkupUnion | None = None, ephemeral_message_parameters: EphemeralMessageParameters | None = None, receiver_user_id: int | None = None, callback_query_id: str | None = None, allow_sending_without_reply: bool | None = None, reply_to_message_id: int | None = None, request_timeout: int | None = None) -> Message: ...
 async def send_voice(self, chat_id: ChatIdUnion, voice: InputFileUnion, business_connection_id: str | None = None, message_thread_id: int | None = None, direct_messages_topic_id: int | None = None, caption: str | None = None, parse_mode: str | Default | None = ..., caption_entities: list[MessageEntity] | None = None, duration: int | None = None, disable_notification: bool | None = None, protect_content: bool | Default | None = ..., allow_paid_broadcast: bool | None = None, message_effect_id: str | None = None, suggested_post_parameters: SuggestedPostParameters | None = None, reply_parameters: ReplyParameters | None = None, reply_markup: ReplyMarkupUnion | None = None, ephemeral_message_parameters: EphemeralMessageParameters | None = None, receiver_user_id: int | None = None, callback_query_id: str | None = None, allow_sending_without_reply: bool | None = None, reply_to_message_id: int | None = None, request_timeout: int | None = None) -> Message: ...
 async def set_chat_administrator_custom_title(self, chat_id: ChatIdUnion, user_id: int, custom_title: str, request_timeout: int | None = None) -> bool: ...
 async def set_chat_description(self, chat_id: ChatIdUnion, description: str | None = None, request_timeout: int | None = None) -> bool: ...
 async def set_chat_menu_button(self, chat_id: int | None = None, menu_button: MenuButtonUnion | None = None, request_timeout: int | None = None) -> bool: ...
 async def set_chat_permissions(self, chat_id: ChatIdUnion, permissions: ChatPermissions, use_independent_chat_permissions: bool | None = None, request_timeout: int | None = None) -> bool: ...
 async def set_chat_photo(self, chat_id: ChatIdUnion, photo: InputFile, request_timeout: int | None = None) -> bool: ...
 async def set_chat_sticker_set(self, chat_id: ChatIdUnion, sticker_set_name: str, request_timeout: int | None = None) -> bool: ...
 async def set_chat_title(self, chat_id: ChatIdUnion, title: str, request_timeout: int | None = None) -> bool: ...
 async def set_game_score(self, user_id: int, score: int, force: bool | None = None, disable_edit_message: bool | None = None, chat_id: int | None = None, message_id: int | None = None, inline_message_id: str | None = None, request_timeout: int | None = None) -> Message | bool: ...
 async def set_my_commands(self, commands: list[BotCommand], scope: BotCommandScopeUnion | None = None, language_code: str | None = None, request_timeout: int | None = None) -> bool: ...
 async def set_my_default_administrator_rights(self, rights: ChatAdministratorRights | None = None, for_channels: bool | None = None, request_timeout: int | None = None) -> bool: ...
 async def set_passport_data_errors(self, user_id: int, errors: list[PassportElementErrorUnion], request_timeout: int | None = None) -> bool: ...
 async def set_sticker_position_in_set(self, sticker: str, position: int, request_timeout: int | None = None) -> bool: ...
 async def set_webhook(self, url: str, certificate: InputFile | None = None, ip_address: str | None = None, max_connections: int | None = None, allowed_updates: list[str] | None = None, drop_pending_updates: bool | None = None, secret_token: str | None = None, request_timeout: int | None = None) -> bool: ...
 async def stop_message_live_location(self, business_connection_id: str | None = None, chat_id: ChatIdUnion | None = None, message_id: int | None = None, inline_message_id: str | None = None, reply_markup: InlineKeyboardMarkup | None = None, request_timeout: int | None = None) -> Message | bool: ...
 async def stop_poll(self, chat_id: ChatIdUnion, message_id: int, business_connection_id: str | None = None, reply_markup: InlineKeyboardMarkup | None = None, request_timeout: int | None = None) -> Poll: ...
 async def unban_chat_member(self, chat_id: ChatIdUnion, user_id: int, only_if_banned: bool | None = None, request_timeout: int | None = None) -> bool: ...
 async def unban_chat_sender_chat(self, chat_id: ChatIdUnion, sender_chat_id: int, request_timeout: int | None = None) -> bool: ...
 async def unpin_all_chat_messages(self, chat_id: ChatIdUnion, request_timeout: int | None = None) -> bool: ...
 async def unpin_all_forum_topic_messages(self, chat_id: ChatIdUnion, message_thread_id: int, request_timeout: int | None = None) -> bool: ...
 async def unpin_chat_message(self, chat_id: ChatIdUnion, business_connection_id: str | None = None, message_id: int | None = None, request_timeout: int | None = None) -> bool: ...
 async def upload_sticker_file(self, user_id: int, sticker: InputFile, sticker_format: str, request_timeout: int | None = None) -> File: ...
 async def close_general_forum_topic(self, chat_id: ChatIdUnion, request_timeout: int | None = None) -> bool: ...
 async def edit_general_forum_topic(self, chat_id: ChatIdUnion, name: str, request_timeout: int | None = None) -> bool: ...
 async def hide_general_forum_topic(self, chat_id: ChatIdUnion, request_timeout: int | None = None) -> bool: ...
 async def reopen_general_forum_topic(self, chat_id: ChatIdUnion, request_timeout: int | None = None) -> bool: ...
 async def unhide_general_forum_topic(self, chat_id: ChatIdUnion, request_timeout: int | None = None) -> bool: ...
 async def delete_sticker_set(self, name: str, request_timeout: int | None = None) -> bool: ...
 async def get_my_description(self, language_code: str | None = None, request_timeout: int | None = None) -> BotDescription: ...
 async def get_my_short_description(self, language_code: str | None = None, request_timeout: int | None = None) -> BotShortDescription: ...
 async def set_custom_emoji_sticker_set_thumbnail(self, name: str, custom_emoji_id: str | None = None, request_timeout: int | None = None) -> bool: ...
 async def set_my_description(self, description: str | None = None, language_code: str | None = None, request_timeout: int | None = None) -> bool: ...
 async def set_my_short_description(self, short_description: str | None = None, language_code: str | None = None, request_timeout: int | None = None) -> bool: ...
 async def set_sticker_emoji_list(self, sticker: str, emoji_list: list[str], request_timeout: int | None = None) -> bool: ...
 async def set_sticker_keywords(self, sticker: str, keywords: list[str] | None = None, request_timeout: int | None = None) -> bool: ...
 async def set_sticker_mask_position(self, sticker: str, mask_position: MaskPosition | None = None, request_timeout: int | None = None) -> bool: ...
 async def set_sticker_set_thumbnail(self, name: str, user_id: int, format: str, thumbnail: InputFileUnion | None = None, request_timeout: int | None = None) -> bool: ...
 async def set_sticker_set_title(self, name: str, title: str, request_timeout: int | None = None) -> bool: ...
 async def get_my_name(self, language_code: str | None = None, request_timeout: int | None = None) -> BotName: ...
 async def set_my_name(self, name: str | None = None, language_code: str | None = None, request_timeout: int | None = None) -> bool: ...
 async def unpin_all_general_forum_topic_messages(self, chat_id: ChatIdUnion, request_timeout: int | None = None) -> bool: ...
 async def copy_messages(self, chat_id: ChatIdUnion, from_chat_id: ChatIdUnion, message_ids: list[int], message_thread_id: int | None = None, direct_messages_topic_id: int | None = None, disable_notification: bool | None = None, protect_content: bool | Default | None = ..., remove_caption: bool | None = None, request_timeout: int | None = None) -> list[MessageId]: ...
 async def delete_messages(self, chat_id: ChatIdUnion, message_ids: list[int], request_timeout: int | None = None) -> bool: ...
 async def forward_messages(self, chat_id: ChatIdUnion, from_chat_id: ChatIdUnion, message_ids: list[int], message_thread_id: int | None = None, direct_messages_topic_id: int | None = None, disable_notification: bool | None = None, protect_content: bool | Default | None = ..., request_timeout: int | None = None) -> list[MessageId]: ...
 async def get_user_chat_boosts(self, chat_id: ChatIdUnion, user_id: int, request_timeout: int | None = None) -> UserChatBoosts: ...
 async def set_message_reaction(self, chat_id: ChatIdUnion, message_id: int, reaction: list[ReactionTypeUnion] | None = None, is_big: bool | None = None, request_timeout: int | None = None) -> bool: ...
 async def get_business_connection(self, business_connection_id: str, request_timeout: int | None = None) -> BusinessConnection: ...
 async def replace_sticker_in_set(self, user_id: int, name: str, old_sticker: str, sticker: InputSticker, request_timeout: int | None = None) -> bool: ...
 async def refund_star_payment(self, user_id: int, telegram_payment_charge_id: str, request_timeout: int | None = None) -> bool: ...
 async def get_star_transactions(self, offset: int | None = None, limit: int | None = None, request_timeout: int | None = None) -> StarTransactions: ...
 async def send_paid_media(self, chat_id: ChatIdUnion, star_count: int, media: list[InputPaidMediaUnion], business_connection_id: str | None = None, message_thread_id: int | None = None, direct_messages_topic_id: int | None = None, payload: str | None = None, caption: str | None = None, parse_mode: str | Default | None = ..., caption_entities: list[MessageEntity] | None = None, show_caption_above_media: bool | Default | None = ..., disable_notification: bool | None = None, protect_content: bool | Default | None = ..., allow_paid_broadcast: bool | None = None, suggested_post_parameters: SuggestedPostParameters | None = None, reply_parameters: ReplyParameters | None = None, reply_markup: ReplyMarkupUnion | None = None, request_timeout: int | None = None) -> Message: ...
 async def create_chat_subscription_invite_link(self, chat_id: ChatIdUnion, subscription_period: DateTimeUnion, subscription_price: int, name: str | None = None, request_timeout: int | None = None) -> ChatInviteLink: ...
 async def edit_chat_subscription_invite_link(self, chat_id: ChatIdUnion, invite_link: str, name: str | None = None, request_timeout: int | None = None) -> ChatInviteLink: ...
 async def edit_user_star_subscription(self, user_id: int, telegram_payment_charge_id: str, is_canceled: bool, request_timeout: int | None = None) -> bool: ...
 async def get_available_gifts(self, request_timeout: int | None = None) -> Gifts: ...
 async def save_prepared_inline_message(self, user_id: int, result: InlineQueryResultUnion, allow_user_chats: bool | None = None, allow_bot_chats: bool | None = None, allow_group_chats: bool | None = None, allow_channel_chats: bool | None = None, request_timeout: int | None = None) -> PreparedInlineMessage: ...
 async def send_gift(self, gift_id: str, user_id: int | None = None, chat_id: ChatIdUnion | None = None, pay_for_upgrade: bool | None = None, text: str | None = None, text_parse_mode: str | Default | None = ..., text_entities: list[MessageEntity] | None = None, request_timeout: int | None = None) -> bool: ...
 async def set_user_emoji_status(self, user_id: int, emoji_status_custom_emoji_id: str | None = None, emoji_status_expiration_date: DateTimeUnion | None = None, request_timeout: int | None = None) -> bool: ...
 async def remove_chat_verification(self, chat_id: ChatIdUnion, request_timeout: int | None = None) -> bool: ...
 async def remove_user_verification(self, user_id: int, request_timeout: int | None = None) -> bool: ...
 async def verify_chat(self, chat_id: ChatIdUnion, custom_description: str | None = None, request_timeout: int | None = None) -> bool: ...
 async def verify_user(self, user_id: int, custom_description: str | None = None, request_timeout: int | None = None) -> bool: ...
 async def convert_gift_to_stars(self, business_connection_id: str, owned_gift_id: str, request_timeout: int | None = None) -> bool: ...
 async def delete_business_messages(self, business_connection_id: str, message_ids: list[int], request_timeout: int | None = None) -> bool: ...
 async def delete_story(self, business_connection_id: str, story_id: int, request_timeout: int | None = None) -> bool: ...
 async def edit_story(self, business_connection_id: str, story_id: int, content: InputStoryContentUnion, caption: str | None = None, parse_mode: str | Default | None = ..., caption_entities: list[MessageEntity] | None = None, areas: list[StoryArea] | None = None, request_timeout: int | None = None) -> Story: ...
 async def get_business_account_gifts(self, business_connection_id: str, exclude_unsaved: bool | None = None, exclude_saved: bool | None = None, exclude_unlimited: bool | None = None, exclude_limited_upgradable: bool | None = None, exclude_limited_non_upgradable: bool | None = None, exclude_unique: bool | None = None, exclude_from_blockchain: bool | None = None, sort_by_price: bool | None = None, offset: str | None = None, limit: int | None = None, exclude_limited: bool | None = None, request_timeout: int | None = None) -> OwnedGifts: ...
 async def get_business_account_star_balance(self, business_connection_id: str, request_timeout: int | None = None) -> StarAmount: ...
 async def gift_premium_subscription(self, user_id: int, month_count: int, star_count: int, text: str | None = None, text_parse_mode: str | Default | None = ..., text_entities: list[MessageEntity] | None = None, request_timeout: int | None = None) -> bool: ...
 async def post_story(self, business_connection_id: str, content: InputStoryContentUnion, active_period: int, caption: str | None = None, parse_mode: str | Default | None = ..., caption_entities: list[MessageEntity] | None = None, areas: list[StoryArea] | None = None, post_to_chat_page: bool | None = None, protect_content: bool | Default | None = ..., request_timeout: int | None = None) -> Story: ...
 async def read_business_message(self, business_connection_id: str, chat_id: int, message_id: int, request_timeout: int | None = None) -> bool: ...
 async def remove_business_account_profile_photo(self, business_connection_id: str, is_public: bool | None = None, request_timeout: int | None = None) -> bool: ...
 async def set_business_account_bio(self, business_connection_id: str, bio: str | None = None, request_timeout: int | None = None) -> bool: ...
 async def set_business_account_gift_settings(self, business_connection_id: str, show_gift_button: bool, accepted_gift_types: AcceptedGiftTypes, request_timeout: int | None = None) -> bool: ...
 async def set_business_account_name(self, business_connection_id: str, first_name: str, last_name: str | None = None, request_timeout: int | None = None) -> bool: ...
 async def set_business_account_profile_photo(self, business_connection_id: str, photo: InputProfilePhotoUnion, is_public: bool | None = None, request_timeout: int | None = None) -> bool: ...
 async def set_business_account_username(self, business_connection_id: str, username: str | None = None, request_timeout: int | None = None) -> bool: ...
 async def transfer_business_account_stars(self, business_connection_id: str, star_count: int, request_timeout: int | None = None) -> bool: ...
 async def transfer_gift(self, business_connection_id: str, owned_gift_id: str, new_owner_chat_id: int, star_count: int | None = None, request_timeout: int | None = None) -> bool: ...
 async def upgrade_gift(self, business_connection_id: str, owned_gift_id: str, keep_original_details: bool | None = None, star_count: int | None = None, request_timeout: int | None = None) -> bool: ...
 async def edit_message_checklist(self, business_connection_id: str, chat_id: ChatIdUnion, message_id: int, checklist: InputChecklist, reply_markup: InlineKeyboardMarkup | None = None, request_timeout: int | None = None) -> Message: ...
 async def get_my_star_balance(self, request_timeout: int | None = None) -> StarAmount: ...
 async def send_checklist(self, business_connection_id: str, chat_id: ChatIdUnion, checklist: InputChecklist, disable_notification: bool | None = None, protect_content: bool | Default | None = ..., message_effect_id: str | None = None, reply_parameters: ReplyParameters | None = None, reply_markup: InlineKeyboardMarkup | None = None, request_timeout: int | None = None) -> Message: ...
 async def approve_suggested_post(self, chat_id: int, message_id: int, send_date: DateTimeUnion | None = None, request_timeout: int | None = None) -> bool: ...
 async def decline_suggested_post(self, chat_id: int, message_id: int, comment: str | None = None, request_timeout: int | None = None) -> bool: ...
 async def get_chat_gifts(self, chat_id: ChatIdUnion, exclude_unsaved: bool | None = None, exclude_saved: bool | None = None, exclude_unlimited: bool | None = None, exclude_limited_upgradable: bool | None = None, exclude_limited_non_upgradable: bool | None = None, exclude_from_blockchain: bool | None = None, exclude_unique: bool | None = None, sort_by_price: bool | None = None, offset: str | None = None, limit: int | None = None, request_timeout: int | None = None) -> OwnedGifts: ...
 async def get_user_gifts(self, user_id: int, exclude_unlimited: bool | None = None, exclude_limited_upgradable: bool | None = None, exclude_limited_non_upgradable: bool | None = None, exclude_from_blockchain: bool | None = None, exclude_unique: bool | None = None, sort_by_price: bool | None = None, offset: str | None = None, limit: int | None = None, request_timeout: int | None = None) -> OwnedGifts: ...
 async def repost_story(self, business_connection_id: str, from_chat_id: int, from_story_id: int, active_period: int, post_to_chat_page: bool | None = None, protect_content: bool | Default | None = ..., request_timeout: int | None = None) -> Story: ...
 async def send_message_draft(self, chat_id: int, draft_id: int, message_thread_id: int | None = None, text: str | None = None, parse_mode: str | Default | None = ..., entities: list[MessageEntity] | None = None, can_stop: bool | None = None, keep_on_stop: bool | None = None, request_timeout: int | None = None) -> bool: ...
 async def get_user_profile_audios(self, user_id: int, offset: int | None = None, limit: int | None = None, request_timeout: int | None = None) -> UserProfileAudios: ...
 async def remove_my_profile_photo(self, request_timeout: int | None = None) -> bool: ...
 async def set_my_profile_photo(self, photo: InputProfilePhotoUnion, request_timeout: int | None = None) -> bool: ...
 async def set_chat_member_tag(self, chat_id: ChatIdUnion, user_id: int, tag: str | None = None, request_timeout: int | None = None) -> bool: ...
 async def get_managed_bot_token(self, user_id: int, request_timeout: int | None = None) -> str: ...
 async def replace_managed_bot_token(self, user_id: int, request_timeout: int | None = None) -> str: ...
 async def save_prepared_keyboard_button(self, user_id: int, button: KeyboardButton, request_timeout: int | None = None) -> PreparedKeyboardButton: ...
 async def answer_guest_query(self, guest_query_id: str, result: InlineQueryResultUnion, request_timeout: int | None = None) -> SentGuestMessage: ...
 async def delete_all_message_reactions(self, chat_id: ChatIdUnion, user_id: int | None = None, actor_chat_id: int | None = None, request_timeout: int | None = None) -> bool: ...
 async def delete_message_reaction(self, chat_id: ChatIdUnion, message_id: int, user_id: int | None = None, actor_chat_id: int | None = None, request_timeout: int | None = None) -> bool: ...
 async def get_managed_bot_access_settings(self, user_id: int, request_timeout: int | None = None) -> BotAccessSettings: ...
 async def get_user_personal_chat_messages(self, user_id: int, limit: int, request_timeout: int | None = None) -> list[Message]: ...
 async def send_live_photo(self, chat_id: ChatIdUnion, live_photo: InputFileUnion, photo: InputFileUnion, business_connection_id: str | None = None, message_thread_id: int | None = None, direct_messages_topic_id: int | None = None, caption: str | None = None, parse_mode: str | Default | None = ..., caption_entities: list[MessageEntity] | None = None, show_caption_above_media: bool | Default | None = ..., has_spoiler: bool | None = None, disable_notification: bool | None = None, protect_content: bool | Default | None = ..., allow_paid_broadcast: bool | None = None, message_effect_id: str | None = None, suggested_post_parameters: SuggestedPostParameters | None = None, reply_parameters: ReplyParameters | None = None, reply_markup: ReplyMarkupUnion | None = None, ephemeral_message_parameters: EphemeralMessageParameters | None = None, receiver_user_id: int | None = None, callback_query_id: str | None = None, request_timeout: int | None = None) -> Message: ...
 async def set_managed_bot_access_settings(self, user_id: int, is_access_restricted: bool, added_user_ids: list[int] | None = None, request_timeout: int | None = None) -> bool: ...
 async def answer_chat_join_request_query(self, chat_join_request_query_id: str, result: str, request_timeout: int | None = None) -> bool: ...
 async def send_chat_join_request_web_app(self, chat_join_request_query_id: str, web_app_url: str, request_timeout: int | None = None) -> bool: ...
 async def send_rich_message(self, chat_id: ChatIdUnion, rich_message: InputRichMessage, business_connection_id: str | None = None, message_thread_id: int | None = None, direct_messages_topic_id: int | None = None, disable_notification: bool | None = None, protect_content: bool | Default | None = ..., allow_paid_broadcast: bool | None = None, message_effect_id: str | None = None, suggested_post_parameters: SuggestedPostParameters | None = None, reply_parameters: ReplyParameters | None = None, reply_markup: ReplyMarkupUnion | None = None, ephemeral_message_parameters: EphemeralMessageParameters | None = None, request_timeout: int | None = None) -> Message: ...
 async def send_rich_message_draft(self, chat_id: int, draft_id: int, rich_message: InputRichMessage, message_thread_id: int | None = None, can_stop: bool | None = None, keep_on_stop: bool | None = None, request_timeout: int | None = None) -> bool: ...
 async def delete_ephemeral_message(self, chat_id: ChatIdUnion, receiver_user_id: int, ephemeral_message_id: int, request_timeout: int | None = None) -> bool: ...
 async def edit_ephemeral_message_caption(self, chat_id: ChatIdUnion, receiver_user_id: int, ephemeral_message_id: int, caption: str | None = None, parse_mode: str | Default | None = ..., caption_entities: list[MessageEntity] | None = None, reply_markup: InlineKeyboardMarkup | None = None, show_caption_above_media: bool | Default | None = ..., request_timeout: int | None = None) -> bool: ...
 async def edit_ephemeral_message_media(self, chat_id: ChatIdUnion, receiver_user_id: int, ephemeral_message_id: int, media: InputMediaUnion, reply_markup: InlineKeyboardMarkup | None = None, request_timeout: int | None = None) -> bool: ...
 async def edit_ephemeral_message_reply_markup(self, chat_id: ChatIdUnion, receiver_user_id: int, ephemeral_message_id: int, reply_markup: InlineKeyboardMarkup | None = None, request_timeout: int | None = None) -> bool: ...
 async def edit_ephemeral_message_text(self, chat_id: ChatIdUnion, receiver_user_id: int, ephemeral_message_id: int, text: str | None = None, parse_mode: str | Default | None = ..., entities: list[MessageEntity] | None = None, link_preview_options: LinkPreviewOptions | Default | None = ..., reply_markup: InlineKeyboardMarkup | None = None, rich_message: InputRichMessage | None = None, request_timeout: int | None = None) -> bool: ...
 session: _loopmend_43.BaseSession | _loopmend_44.AiohttpSession
 default: _loopmend_45.DefaultBotProperties
 __token: str
 _me: User | None

=== aiogram.client.context_controller
import aiogram.client.bot as _loopmend_1
import aiogram.client.context_controller as _loopmend_0
from __future__ import annotations
from typing import TYPE_CHECKING, Any
from pydantic import BaseModel, PrivateAttr
from typing_extensions import Self
if TYPE_CHECKING:
 from aiogram.client.bot import Bot
class BotContextController(BaseModel):
 _bot: Bot | None = ...
 def model_post_init(self, __context: Any) -> None: ...
 def as_(self, bot: Bot | None) -> Self: ...
 @property
 def bot(self) -> Bot | None: ...

=== aiogram.client.session package

=== aiogram.client.session.aiohttp
import aiogram.client.session.aiohttp as _loopmend_5
import aiohttp.client as _loopmend_3
import aiohttp.connector as _loopmend_0
import aiohttp.formdata as _loopmend_4
import aiohttp.helpers as _loopmend_2
import typing as _loopmend_1
from __future__ import annotations
import asyncio
import ssl
from collections.abc import AsyncGenerator, Iterable
from typing import TYPE_CHECKING, Any, cast
import certifi
from aiohttp import BasicAuth, ClientError, ClientSession, FormData, TCPConnector
from aiohttp.hdrs import USER_AGENT
from aiohttp.http import SERVER_SOFTWARE
from typing_extensions import Self
from aiogram.__meta__ import __version__
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods.base import TelegramType
from .base import BaseSession
if TYPE_CHECKING:
 from aiogram.client.bot import Bot
 from aiogram.methods import TelegramMethod
 from aiogram.types import InputFile
_ProxyBasic = str | tuple[str, BasicAuth]
_ProxyChain = Iterable[_ProxyBasic]
_ProxyType = _ProxyChain | _ProxyBasic
def _retrieve_basic(basic: _ProxyBasic) -> dict[str, Any]: ...
def _prepare_connector(chain_or_plain: _ProxyType) -> tuple[type[TCPConnector], dict[str, Any]]: ...
class AiohttpSession(BaseSession):
 def __init__(self, proxy: _ProxyType | None = None, limit: int = ..., **kwargs: Any) -> None: ...
 def _setup_proxy_connector(self, proxy: _ProxyType) -> None: ...
 @property
 def proxy(self) -> _ProxyType | None: ...
 @proxy.setter
 def proxy(self, proxy: _ProxyType) -> None: ...
 async def create_session(self) -> ClientSession: ...
 async def close(self) -> None: ...
 def build_form_data(self, bot: Bot, method: TelegramMethod[TelegramType]) -> FormData: ...
 async def make_request(self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None) -> TelegramType: ...
 def stream_content(self, url: str, headers: dict[str, Any] | None = None, timeout: int = ..., chunk_size: int = ..., raise_for_status: bool = ...) -> AsyncGenerator[bytes, None]: ...
 async def __aenter__(self) -> Self: ...
 _session: ClientSession | None
 _connector_type: type[TCPConnector]
 _connector_init: dict[str, Any]
 _should_reset_connector: bool
 _proxy: _ProxyType | None

=== aiogram.client.session.base
import aiogram.client.session.base as _loopmend_1
import aiogram.client.session.middlewares.manager as _loopmend_4
import aiogram.client.telegram as _loopmend_2
import aiogram.methods.base as _loopmend_0
import typing as _loopmend_3
from __future__ import annotations
import abc
import datetime
import json
import secrets
from collections.abc import AsyncGenerator, Callable
from enum import Enum
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, cast
from pydantic import ValidationError
from typing_extensions import Self
from aiogram.client.default import Default
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.exceptions import ( ClientDecodeError, RestartingTelegram, TelegramAPIError, TelegramBadRequest, TelegramConflictError, TelegramEntityTooLarge, TelegramForbiddenError, TelegramMigrateToChat, TelegramNotFound, TelegramRetryAfter, TelegramServerError, TelegramUnauthorizedError, )
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InputFile, TelegramObject
from .middlewares.manager import RequestMiddlewareManager
if TYPE_CHECKING:
 from types import TracebackType
 from aiogram.client.bot import Bot
_JsonLoads = Callable[..., Any]
_JsonDumps = Callable[..., str]
DEFAULT_TIMEOUT: Final[float] = 60.0
class BaseSession(abc.ABC):
 def __init__(self, api: TelegramAPIServer = ..., json_loads: _JsonLoads = ..., json_dumps: _JsonDumps = ..., timeout: float = ...) -> None: ...
 def check_response(self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str) -> Response[TelegramType]: ...
 @abc.abstractmethod
 async def close(self) -> None: ...
 @abc.abstractmethod
 async def make_request(self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None) -> TelegramType: ...
 @abc.abstractmethod
 def stream_content(self, url: str, headers: dict[str, Any] | None = None, timeout: int = ..., chunk_size: int = ..., raise_for_status: bool = ...) -> AsyncGenerator[bytes, None]: ...
 def prepare_value(self, value: Any, bot: Bot, files: dict[str, Any], _dumps_json: bool = ...) -> Any: ...
 async def __call__(self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None) -> TelegramType: ...
 async def __aenter__(self) -> Self: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_value: BaseException | None, traceback: TracebackType | None) -> None: ...
 api: _loopmend_2.TelegramAPIServer
 json_loads: _loopmend_3.Callable[..., _loopmend_3.Any]
 json_dumps: _loopmend_3.Callable[..., str]
 timeout: float
 middleware: _loopmend_4.RequestMiddlewareManager

=== aiogram.client.session.middlewares package

=== aiogram.client.session.middlewares.base
import aiogram.methods.base as _loopmend_0
from __future__ import annotations
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Protocol
from aiogram.methods.base import TelegramType
if TYPE_CHECKING:
 from aiogram.client.bot import Bot
 from aiogram.methods import Response, TelegramMethod
class NextRequestMiddlewareType(Protocol[TelegramType]):
 async def __call__(self, bot: Bot, method: TelegramMethod[TelegramType]) -> Response[TelegramType]: ...
class RequestMiddlewareType(Protocol):
 async def __call__(self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]) -> Response[TelegramType]: ...
class BaseRequestMiddleware(ABC):
 @abstractmethod
 async def __call__(self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]) -> Response[TelegramType]: ...

=== aiogram.client.session.middlewares.request_logging
import aiogram.methods.base as _loopmend_0
import logging
from typing import TYPE_CHECKING, Any
from aiogram import loggers
from aiogram.methods import TelegramMethod
from aiogram.methods.base import Response, TelegramType
from .base import BaseRequestMiddleware, NextRequestMiddlewareType
if TYPE_CHECKING:
 from aiogram.client.bot import Bot
logger = logging.getLogger(__name__)
class RequestLogging(BaseRequestMiddleware):
 def __init__(self, ignore_methods: list[type[TelegramMethod[Any]]] | None = None) -> None: ...
 async def __call__(self, make_request: NextRequestMiddlewareType[TelegramType], bot: "Bot", method: TelegramMethod[TelegramType]) -> Response[TelegramType]: ...
 ignore_methods: list

=== aiogram.dispatcher package

=== aiogram.dispatcher.dispatcher
import aiogram.dispatcher.event.telegram as _loopmend_4
import aiogram.dispatcher.router as _loopmend_2
import aiogram.fsm.middleware as _loopmend_5
import aiogram.fsm.storage.base as _loopmend_1
import aiogram.methods.base as _loopmend_3
import aiogram.utils.backoff as _loopmend_0
import asyncio.locks as _loopmend_6
from __future__ import annotations
import asyncio
import contextvars
import signal
import sys
import warnings
from asyncio import CancelledError, Event, Future, Lock
from collections.abc import AsyncGenerator, Awaitable
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from aiogram import loggers
from aiogram.exceptions import TelegramAPIError
from aiogram.fsm.middleware import FSMContextMiddleware
from aiogram.fsm.storage.base import BaseEventIsolation, BaseStorage
from aiogram.fsm.storage.memory import DisabledEventIsolation, MemoryStorage
from aiogram.fsm.strategy import FSMStrategy
from aiogram.methods import GetUpdates, TelegramMethod
from aiogram.types import Update, User
from aiogram.types.base import UNSET, UNSET_TYPE
from aiogram.types.update import UpdateTypeLookupError
from aiogram.utils.backoff import Backoff, BackoffConfig
from .event.bases import UNHANDLED, SkipHandler
from .event.telegram import TelegramEventObserver
from .middlewares.error import ErrorsMiddleware
from .middlewares.user_context import UserContextMiddleware
from .router import Router
if TYPE_CHECKING:
 from aiogram.client.bot import Bot
 from aiogram.methods.base import TelegramType
DEFAULT_BACKOFF_CONFIG: _loopmend_0.BackoffConfig
class Dispatcher(Router):
 def __init__(self, *, storage: BaseStorage | None = None, fsm_strategy: FSMStrategy = ..., events_isolation: BaseEventIsolation | None = None, disable_fsm: bool = ..., name: str | None = None, **kwargs: Any) -> None: ...
 def __getitem__(self, item: str) -> Any: ...
 def __setitem__(self, key: str, value: Any) -> None: ...
 def __delitem__(self, key: str) -> None: ...
 def get(self, key: str, /, default: Any | None = None) -> Any | None: ...
 @property
 def storage(self) -> BaseStorage: ...
 @property
 def parent_router(self) -> Router | None: ...
 @parent_router.setter
 def parent_router(self, value: Router) -> None: ...
 async def feed_update(self, bot: Bot, update: Update, **kwargs: Any) -> Any: ...
 async def feed_raw_update(self, bot: Bot, update: dict[str, Any], **kwargs: Any) -> Any: ...
 @classmethod
 def _listen_updates(cls, bot: Bot, polling_timeout: int = ..., backoff_config: BackoffConfig = ..., allowed_updates: list[str] | None = None) -> AsyncGenerator[Update, None]: ...
 async def _listen_update(self, update: Update, **kwargs: Any) -> Any: ...
 @classmethod
 async def silent_call_request(cls, bot: Bot, result: TelegramMethod[Any]) -> None: ...
 async def _process_update(self, bot: Bot, update: Update, call_answer: bool = ..., **kwargs: Any) -> bool: ...
 async def _process_with_semaphore(self, handle_update: Awaitable[bool], semaphore: asyncio.Semaphore) -> bool: ...
 async def _polling(self, bot: Bot, polling_timeout: int = ..., handle_as_tasks: bool = ..., backoff_config: BackoffConfig = ..., allowed_updates: list[str] | None = None, tasks_concurrency_limit: int | None = None, **kwargs: Any) -> None: ...
 async def _feed_webhook_update(self, bot: Bot, update: Update, **kwargs: Any) -> Any: ...
 async def feed_webhook_update(self, bot: Bot, update: Update | dict[str, Any], _timeout: float = ..., **kwargs: Any) -> TelegramMethod[TelegramType] | None: ...
 async def stop_polling(self) -> None: ...
 def _signal_stop_polling(self, sig: signal.Signals) -> None: ...
 async def start_polling(self, *bots: Bot, polling_timeout: int = ..., handle_as_tasks: bool = ..., backoff_config: BackoffConfig = ..., allowed_updates: list[str] | UNSET_TYPE | None = ..., handle_signals: bool = ..., close_bot_session: bool = ..., tasks_concurrency_limit: int | None = None, **kwargs: Any) -> None: ...
 def run_polling(self, *bots: Bot, polling_timeout: int = ..., handle_as_tasks: bool = ..., backoff_config: BackoffConfig = ..., allowed_updates: list[str] | UNSET_TYPE | None = ..., handle_signals: bool = ..., close_bot_session: bool = ..., tasks_concurrency_limit: int | None = None, **kwargs: Any) -> None: ...
 update: _loopmend_4.TelegramEventObserver
 fsm: _loopmend_5.FSMContextMiddleware
 workflow_data: dict[str, Any]
 _running_lock: _loopmend_6.Lock
 _stop_signal: Event | None
 _stopped_signal: Event | None
 _handle_update_tasks: set[asyncio.Task[Any]]

=== aiogram.dispatcher.event package

=== aiogram.dispatcher.event.bases
from __future__ import annotations
from collections.abc import Awaitable, Callable
from typing import Any, NoReturn, TypeVar
from unittest.mock import sentinel
from aiogram.dispatcher.middlewares.base import BaseMiddleware
from aiogram.types import TelegramObject
MiddlewareEventType = TypeVar("MiddlewareEventType", bound=TelegramObject)
NextMiddlewareType = Callable[[MiddlewareEventType, dict[str, Any]], Awaitable[Any]]
MiddlewareType = BaseMiddleware | Callable[ [NextMiddlewareType[MiddlewareEventType], MiddlewareEventType, dict[str, Any]], Awaitable[Any], ]
UNHANDLED = sentinel.UNHANDLED
REJECTED = sentinel.REJECTED
class SkipHandler(Exception):
 ...
class CancelHandler(Exception):
 ...
def skip(message: str | None = None) -> NoReturn: ...

=== aiogram.dispatcher.event.event
import typing as _loopmend_0
from __future__ import annotations
from collections.abc import Callable
from typing import Any
from .handler import CallbackType, HandlerObject
class EventObserver:
 def __init__(self) -> None: ...
 def register(self, callback: CallbackType) -> None: ...
 async def trigger(self, *args: Any, **kwargs: Any) -> None: ...
 def __call__(self) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 handlers: list[HandlerObject]

=== aiogram.dispatcher.event.handler
import typing as _loopmend_0
import asyncio
import inspect
import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from magic_filter.magic import MagicFilter as OriginalMagicFilter
from aiogram.dispatcher.flags import extract_flags_from_object
from aiogram.filters.base import Filter
from aiogram.handlers import BaseHandler
from aiogram.utils.magic_filter import MagicFilter
from aiogram.utils.warnings import Recommendation
CallbackType = Callable[..., Any]
_ACCEPTED_PARAM_KINDS: set
@dataclass
class CallableObject:
 callback: CallbackType
 awaitable: bool = field(init=False)
 params: set[str] = field(init=False)
 varkw: bool = field(init=False)
 def __post_init__(self) -> None: ...
 def _prepare_kwargs(self, kwargs: dict[str, Any]) -> dict[str, Any]: ...
 async def call(self, *args: Any, **kwargs: Any) -> Any: ...
@dataclass
class FilterObject(CallableObject):
 magic: OriginalMagicFilter | None = None
 def __post_init__(self) -> None: ...
 callback: _loopmend_0.Any
 awaitable: bool
@dataclass
class HandlerObject(CallableObject):
 filters: list[FilterObject] | None = None
 flags: dict[str, Any] = field(default_factory=dict)
 def __post_init__(self) -> None: ...
 async def check(self, *args: Any, **kwargs: Any) -> tuple[bool, dict[str, Any]]: ...
 awaitable: bool

=== aiogram.dispatcher.event.telegram
import aiogram.dispatcher.event.handler as _loopmend_3
import aiogram.dispatcher.middlewares.base as _loopmend_0
import aiogram.dispatcher.middlewares.manager as _loopmend_2
import typing as _loopmend_1
from __future__ import annotations
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from aiogram.dispatcher.middlewares.manager import MiddlewareManager
from aiogram.exceptions import UnsupportedKeywordArgument
from aiogram.filters.base import Filter
from .bases import UNHANDLED, MiddlewareType, SkipHandler
from .handler import CallbackType, FilterObject, HandlerObject
if TYPE_CHECKING:
 from aiogram.dispatcher.router import Router
 from aiogram.types import TelegramObject
class TelegramEventObserver:
 def __init__(self, router: Router, event_name: str) -> None: ...
 def filter(self, *filters: CallbackType) -> None: ...
 def _resolve_middlewares(self) -> list[MiddlewareType[TelegramObject]]: ...
 def register(self, callback: CallbackType, *filters: CallbackType, flags: dict[str, Any] | None = None, **kwargs: Any) -> CallbackType: ...
 def wrap_outer_middleware(self, callback: Any, event: TelegramObject, data: dict[str, Any]) -> _loopmend_1.Awaitable[_loopmend_1.Any]: ...
 def check_root_filters(self, event: TelegramObject, **kwargs: Any) -> _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, tuple[bool, dict]]: ...
 async def trigger(self, event: TelegramObject, **kwargs: Any) -> Any: ...
 def __call__(self, *filters: CallbackType, flags: dict[str, Any] | None = None, **kwargs: Any) -> _loopmend_1.Callable[..., _loopmend_1.Callable[..., _loopmend_1.Any]]: ...
 router: Router
 event_name: str
 handlers: list[HandlerObject]
 middleware: _loopmend_2.MiddlewareManager
 outer_middleware: _loopmend_2.MiddlewareManager
 _handler: _loopmend_3.HandlerObject

=== aiogram.dispatcher.middlewares package

=== aiogram.dispatcher.middlewares.base
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar
from aiogram.types import TelegramObject
T = TypeVar("T")
class BaseMiddleware(ABC):
 @abstractmethod
 async def __call__(self, handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]], event: TelegramObject, data: dict[str, Any]) -> Any: ...

=== aiogram.dispatcher.middlewares.error
import aiogram.dispatcher.router as _loopmend_0
from __future__ import annotations
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, cast
from aiogram.dispatcher.event.bases import UNHANDLED, CancelHandler, SkipHandler
from aiogram.types import TelegramObject, Update
from aiogram.types.error_event import ErrorEvent
from .base import BaseMiddleware
if TYPE_CHECKING:
 from aiogram.dispatcher.router import Router
class ErrorsMiddleware(BaseMiddleware):
 def __init__(self, router: Router) -> None: ...
 async def __call__(self, handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]], event: TelegramObject, data: dict[str, Any]) -> Any: ...
 router: _loopmend_0.Router

=== aiogram.dispatcher.middlewares.user_context
import aiogram.dispatcher.middlewares.user_context as _loopmend_0
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from aiogram.dispatcher.middlewares.base import BaseMiddleware
from aiogram.types import ( Chat, ChatBoostSourcePremium, InaccessibleMessage, TelegramObject, Update, User, )
EVENT_CONTEXT_KEY = "event_context"
EVENT_FROM_USER_KEY = "event_from_user"
EVENT_CHAT_KEY = "event_chat"
EVENT_THREAD_ID_KEY = "event_thread_id"
@dataclass(frozen=True)
class EventContext:
 chat: Chat | None = None
 user: User | None = None
 thread_id: int | None = None
 business_connection_id: str | None = None
 @property
 def user_id(self) -> int | None: ...
 @property
 def chat_id(self) -> int | None: ...
class UserContextMiddleware(BaseMiddleware):
 async def __call__(self, handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]], event: TelegramObject, data: dict[str, Any]) -> Any: ...
 @classmethod
 def resolve_event_context(cls, event: Update) -> EventContext: ...

=== aiogram.dispatcher.router
import aiogram.dispatcher.event.event as _loopmend_2
import aiogram.dispatcher.event.telegram as _loopmend_1
import aiogram.dispatcher.router as _loopmend_0
from __future__ import annotations
from collections.abc import Generator
from typing import TYPE_CHECKING, Any, Final
from .event.bases import REJECTED, UNHANDLED
from .event.event import EventObserver
from .event.telegram import TelegramEventObserver
if TYPE_CHECKING:
 from aiogram.types import TelegramObject
INTERNAL_UPDATE_TYPES: Final[frozenset[str]] = frozenset({"update", "error"})
class Router:
 def __init__(self, *, name: str | None = None) -> None: ...
 def __str__(self) -> str: ...
 def __repr__(self) -> str: ...
 def resolve_used_update_types(self, skip_events: set[str] | None = None) -> list[str]: ...
 async def propagate_event(self, update_type: str, event: TelegramObject, **kwargs: Any) -> Any: ...
 async def _propagate_event(self, observer: TelegramEventObserver | None, update_type: str, event: TelegramObject, **kwargs: Any) -> Any: ...
 @property
 def chain_head(self) -> Generator[Router, None, None]: ...
 @property
 def chain_tail(self) -> Generator[Router, None, None]: ...
 @property
 def parent_router(self) -> Router | None: ...
 @parent_router.setter
 def parent_router(self, router: Router) -> None: ...
 def include_routers(self, *routers: Router) -> None: ...
 def include_router(self, router: Router) -> Router: ...
 async def emit_startup(self, *args: Any, **kwargs: Any) -> None: ...
 async def emit_shutdown(self, *args: Any, **kwargs: Any) -> None: ...
 error: _loopmend_1.TelegramEventObserver
 name: str
 _parent_router: Router | None
 sub_routers: list[Router]
 message: _loopmend_1.TelegramEventObserver
 edited_message: _loopmend_1.TelegramEventObserver
 channel_post: _loopmend_1.TelegramEventObserver
 edited_channel_post: _loopmend_1.TelegramEventObserver
 inline_query: _loopmend_1.TelegramEventObserver
 chosen_inline_result: _loopmend_1.TelegramEventObserver
 callback_query: _loopmend_1.TelegramEventObserver
 shipping_query: _loopmend_1.TelegramEventObserver
 pre_checkout_query: _loopmend_1.TelegramEventObserver
 poll: _loopmend_1.TelegramEventObserver
 poll_answer: _loopmend_1.TelegramEventObserver
 my_chat_member: _loopmend_1.TelegramEventObserver
 chat_member: _loopmend_1.TelegramEventObserver
 chat_join_request: _loopmend_1.TelegramEventObserver
 message_reaction: _loopmend_1.TelegramEventObserver
 message_reaction_count: _loopmend_1.TelegramEventObserver
 chat_boost: _loopmend_1.TelegramEventObserver
 removed_chat_boost: _loopmend_1.TelegramEventObserver
 deleted_business_messages: _loopmend_1.TelegramEventObserver
 business_connection: _loopmend_1.TelegramEventObserver
 edited_business_message: _loopmend_1.TelegramEventObserver
 business_message: _loopmend_1.TelegramEventObserver
 purchased_paid_media: _loopmend_1.TelegramEventObserver
 managed_bot: _loopmend_1.TelegramEventObserver
 guest_message: _loopmend_1.TelegramEventObserver
 subscription: _loopmend_1.TelegramEventObserver
 stopped_message_generation: _loopmend_1.TelegramEventObserver
 errors: _loopmend_1.TelegramEventObserver
 startup: _loopmend_2.EventObserver
 shutdown: _loopmend_2.EventObserver
 observers: dict[str, TelegramEventObserver]

=== aiogram.filters package
from .base import Filter
from .chat_member_updated import ( ADMINISTRATOR, CREATOR, IS_ADMIN, IS_MEMBER, IS_NOT_MEMBER, JOIN_TRANSITION, KICKED, LEAVE_TRANSITION, LEFT, MEMBER, PROMOTED_TRANSITION, RESTRICTED, ChatMemberUpdatedFilter, )
from .command import Command, CommandObject, CommandStart
from .exception import ExceptionMessageFilter, ExceptionTypeFilter
from .logic import and_f, invert_f, or_f
from .magic_data import MagicData
from .state import StateFilter
BaseFilter = Filter
__all__ = ( "ADMINISTRATOR", "CREATOR", "IS_ADMIN", "IS_MEMBER", "IS_NOT_MEMBER", "JOIN_TRANSITION", "KICKED", "LEAVE_TRANSITION", "LEFT", "MEMBER", "PROMOTED_TRANSITION", "RESTRICTED", "BaseFilter", "ChatMemberUpdatedFilter", "Command", "CommandObject", "CommandStart", "ExceptionMessageFilter", "ExceptionTypeFilter", "Filter", "MagicData", "StateFilter", "and_f", "invert_f", "or_f", )

=== aiogram.filters.base
import aiogram.filters.logic as _loopmend_0
import typing as _loopmend_1
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any
if TYPE_CHECKING:
 from aiogram.filters.logic import _InvertFilter
class Filter(ABC):
 if TYPE_CHECKING:
  __call__: Callable[..., Awaitable[bool | dict[str, Any]]]
 else:
  @abstractmethod
  async def __call__(self, *args: Any, **kwargs: Any) -> bool | dict[str, Any]: ...
 def __invert__(self) -> "_InvertFilter": ...
 def update_handler_flags(self, flags: dict[str, Any]) -> None: ...
 def _signature_to_string(self, *args: Any, **kwargs: Any) -> str: ...
 def __await__(self) -> _loopmend_1.Callable[..., _loopmend_1.Awaitable[bool | dict]]: ...

=== aiogram.filters.callback_data
import aiogram.filters.callback_data as _loopmend_2
import types as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import types
import typing
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeVar
from uuid import UUID
from pydantic import BaseModel
from pydantic_core import PydanticUndefined
from typing_extensions import Self
from aiogram.filters.base import Filter
from aiogram.types import CallbackQuery
if TYPE_CHECKING:
 from magic_filter import MagicFilter
 from pydantic.fields import FieldInfo
T = TypeVar("T", bound="CallbackData")
MAX_CALLBACK_LENGTH: int = 64
_UNION_TYPES: set[_loopmend_1._SpecialForm | type[_loopmend_0.UnionType]]
class CallbackDataException(Exception):
 ...
class CallbackData(BaseModel):
 if TYPE_CHECKING:
  __separator__: ClassVar[str]
  __prefix__: ClassVar[str]
 def __init_subclass__(cls, **kwargs: Any) -> None: ...
 def _encode_value(self, key: str, value: Any) -> str: ...
 def pack(self) -> str: ...
 @classmethod
 def unpack(cls, value: str) -> Self: ...
 @classmethod
 def filter(cls, rule: MagicFilter | None = None) -> CallbackQueryFilter: ...
class CallbackQueryFilter(Filter):
 __slots__: tuple[str, str]
 def __init__(self, *, callback_data: type[CallbackData], rule: MagicFilter | None = None) -> None: ...
 def __str__(self) -> str: ...
 async def __call__(self, query: CallbackQuery) -> Literal[False] | dict[str, Any]: ...
 callback_data: type[_loopmend_2.CallbackData]
 rule: _loopmend_1.Any
def _check_field_is_nullable(field: FieldInfo) -> bool: ...

=== aiogram.filters.chat_member_updated
import aiogram.filters.chat_member_updated as _loopmend_0
from __future__ import annotations
from typing import Any, TypeVar
from typing_extensions import Self
from aiogram.filters.base import Filter
from aiogram.types import ChatMember, ChatMemberUpdated
MarkerT = TypeVar("MarkerT", bound="_MemberStatusMarker")
MarkerGroupT = TypeVar("MarkerGroupT", bound="_MemberStatusGroupMarker")
TransitionT = TypeVar("TransitionT", bound="_MemberStatusTransition")
class _MemberStatusMarker:
 __slots__: tuple[str, str]
 def __init__(self, name: str, *, is_member: bool | None = None) -> None: ...
 def __str__(self) -> str: ...
 def __pos__(self) -> Self: ...
 def __neg__(self) -> Self: ...
 def __or__(self, other: _MemberStatusMarker | _MemberStatusGroupMarker) -> _MemberStatusGroupMarker: ...
 __ror__ = __or__
 def __rshift__(self, other: _MemberStatusMarker | _MemberStatusGroupMarker) -> _MemberStatusTransition: ...
 def __lshift__(self, other: _MemberStatusMarker | _MemberStatusGroupMarker) -> _MemberStatusTransition: ...
 def __hash__(self) -> int: ...
 def check(self, *, member: ChatMember) -> bool: ...
 is_member: None | bool
 name: str
class _MemberStatusGroupMarker:
 __slots__: tuple[str]
 def __init__(self, *statuses: _MemberStatusMarker) -> None: ...
 def __or__(self, other: _MemberStatusMarker | _MemberStatusGroupMarker) -> Self: ...
 def __rshift__(self, other: _MemberStatusMarker | _MemberStatusGroupMarker) -> _MemberStatusTransition: ...
 def __lshift__(self, other: _MemberStatusMarker | _MemberStatusGroupMarker) -> _MemberStatusTransition: ...
 def __str__(self) -> str: ...
 def check(self, *, member: ChatMember) -> bool: ...
 statuses: frozenset[_loopmend_0._MemberStatusMarker]
class _MemberStatusTransition:
 __slots__: tuple[str, str]
 def __init__(self, *, old: _MemberStatusGroupMarker, new: _MemberStatusGroupMarker) -> None: ...
 def __str__(self) -> str: ...
 def __invert__(self) -> Self: ...
 def check(self, *, old: ChatMember, new: ChatMember) -> bool: ...
 old: _loopmend_0._MemberStatusGroupMarker
 new: _loopmend_0._MemberStatusGroupMarker
CREATOR: _loopmend_0._MemberStatusMarker
ADMINISTRATOR: _loopmend_0._MemberStatusMarker
MEMBER: _loopmend_0._MemberStatusMarker
RESTRICTED: _loopmend_0._MemberStatusMarker
LEFT: _loopmend_0._MemberStatusMarker
KICKED: _loopmend_0._MemberStatusMarker
IS_MEMBER = CREATOR | ADMINISTRATOR | MEMBER | +RESTRICTED
IS_ADMIN = CREATOR | ADMINISTRATOR
IS_NOT_MEMBER = LEFT | KICKED | -RESTRICTED
JOIN_TRANSITION: _loopmend_0._MemberStatusTransition
LEAVE_TRANSITION: _loopmend_0._MemberStatusTransition
PROMOTED_TRANSITION: _loopmend_0._MemberStatusTransition
class ChatMemberUpdatedFilter(Filter):
 __slots__: tuple[str]
 def __init__(self, member_status_changed: _MemberStatusMarker | _MemberStatusGroupMarker | _MemberStatusTransition) -> None: ...
 def __str__(self) -> str: ...
 async def __call__(self, member_updated: ChatMemberUpdated) -> bool | dict[str, Any]: ...
 member_status_changed: _loopmend_0._MemberStatusGroupMarker | _loopmend_0._MemberStatusMarker | _loopmend_0._MemberStatusTransition

=== aiogram.filters.command
import aiogram.filters.command as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from re import Match, Pattern
from typing import TYPE_CHECKING, Any, cast
from aiogram.filters.base import Filter
from aiogram.types import BotCommand, Message
from aiogram.utils.deep_linking import decode_payload
if TYPE_CHECKING:
 from magic_filter import MagicFilter
 from aiogram import Bot
CommandPatternType = str | re.Pattern[str] | BotCommand
class CommandException(Exception):
 ...
class Command(Filter):
 __slots__: tuple[str, str, str, str, str]
 def __init__(self, *values: CommandPatternType, commands: Sequence[CommandPatternType] | CommandPatternType | None = None, prefix: str = ..., ignore_case: bool = ..., ignore_mention: bool = ..., magic: MagicFilter | None = None) -> None: ...
 def __str__(self) -> str: ...
 def update_handler_flags(self, flags: dict[str, Any]) -> None: ...
 async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Any]: ...
 @classmethod
 def extract_command(cls, text: str) -> CommandObject: ...
 def validate_prefix(self, command: CommandObject) -> None: ...
 async def validate_mention(self, bot: Bot, command: CommandObject) -> None: ...
 def validate_command(self, command: CommandObject) -> CommandObject: ...
 async def parse_command(self, text: str, bot: Bot) -> CommandObject: ...
 def do_magic(self, command: CommandObject) -> _loopmend_0.CommandObject: ...
 commands: tuple
 ignore_case: bool
 ignore_mention: bool
 magic: _loopmend_1.Any
 prefix: str
@dataclass(frozen=True)
class CommandObject:
 prefix: str = "/"
 command: str = ""
 mention: str | None = None
 args: str | None = field(repr=False, default=None)
 regexp_match: Match[str] | None = field(repr=False, default=None)
 magic_result: Any | None = field(repr=False, default=None)
 @property
 def mentioned(self) -> bool: ...
 @property
 def text(self) -> str: ...
class CommandStart(Command):
 def __init__(self, deep_link: bool | None = None, deep_link_encoded: bool = ..., ignore_case: bool = ..., ignore_mention: bool = ..., magic: MagicFilter | None = None) -> None: ...
 def __str__(self) -> str: ...
 async def parse_command(self, text: str, bot: Bot) -> CommandObject: ...
 def validate_deeplink(self, command: CommandObject) -> CommandObject: ...
 deep_link: None | bool
 deep_link_encoded: bool

=== aiogram.filters.exception
import re as _loopmend_0
import re
from re import Pattern
from typing import Any, cast
from aiogram.filters.base import Filter
from aiogram.types import TelegramObject
from aiogram.types.error_event import ErrorEvent
class ExceptionTypeFilter(Filter):
 __slots__: tuple[str]
 def __init__(self, *exceptions: type[Exception]) -> None: ...
 async def __call__(self, obj: TelegramObject) -> bool | dict[str, Any]: ...
 exceptions: tuple
class ExceptionMessageFilter(Filter):
 __slots__: tuple[str]
 def __init__(self, pattern: str | Pattern[str]) -> None: ...
 def __str__(self) -> str: ...
 async def __call__(self, obj: TelegramObject) -> bool | dict[str, Any]: ...
 pattern: _loopmend_0.Pattern[str]

=== aiogram.filters.logic
import aiogram.dispatcher.event.handler as _loopmend_0
import aiogram.filters.logic as _loopmend_1
from abc import ABC
from typing import TYPE_CHECKING, Any
from aiogram.filters import Filter
if TYPE_CHECKING:
 from aiogram.dispatcher.event.handler import CallbackType, FilterObject
class _LogicFilter(Filter, ABC):
 ...
class _InvertFilter(_LogicFilter):
 __slots__: tuple[str]
 def __init__(self, target: "FilterObject") -> None: ...
 async def __call__(self, *args: Any, **kwargs: Any) -> bool | dict[str, Any]: ...
 target: _loopmend_0.FilterObject
class _AndFilter(_LogicFilter):
 __slots__: tuple[str]
 def __init__(self, *targets: "FilterObject") -> None: ...
 async def __call__(self, *args: Any, **kwargs: Any) -> bool | dict[str, Any]: ...
 targets: tuple
class _OrFilter(_LogicFilter):
 __slots__: tuple[str]
 def __init__(self, *targets: "FilterObject") -> None: ...
 async def __call__(self, *args: Any, **kwargs: Any) -> bool | dict[str, Any]: ...
 targets: tuple
def and_f(*targets: "CallbackType") -> _AndFilter: ...
def or_f(*targets: "CallbackType") -> _OrFilter: ...
def invert_f(target: "CallbackType") -> _InvertFilter: ...

=== aiogram.filters.magic_data
import typing as _loopmend_0
from typing import Any
from magic_filter import AttrDict, MagicFilter
from aiogram.filters.base import Filter
from aiogram.types import TelegramObject
class MagicData(Filter):
 __slots__: tuple[str]
 def __init__(self, magic_data: MagicFilter) -> None: ...
 async def __call__(self, event: TelegramObject, *args: Any, **kwargs: Any) -> Any: ...
 def __str__(self) -> str: ...
 magic_data: _loopmend_0.Any

=== aiogram.filters.state
import aiogram.fsm.state as _loopmend_0
from collections.abc import Sequence
from inspect import isclass
from typing import Any, cast
from aiogram.filters.base import Filter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import TelegramObject
StateType = str | State | StatesGroup | type[StatesGroup] | None
class StateFilter(Filter):
 __slots__: tuple[str]
 def __init__(self, *states: StateType) -> None: ...
 def __str__(self) -> str: ...
 async def __call__(self, obj: TelegramObject, raw_state: str | None = None) -> bool | dict[str, Any]: ...
 states: tuple

=== aiogram.fsm package

=== aiogram.fsm.context
import aiogram.fsm.storage.base as _loopmend_0
from collections.abc import Mapping
from typing import Any, overload
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
class FSMContext:
 def __init__(self, storage: BaseStorage, key: StorageKey) -> None: ...
 async def set_state(self, state: StateType = None) -> None: ...
 async def get_state(self) -> str | None: ...
 async def set_data(self, data: Mapping[str, Any]) -> None: ...
 async def get_data(self) -> dict[str, Any]: ...
 @overload
 async def get_value(self, key: str) -> Any | None: ...
 @overload
 async def get_value(self, key: str, default: Any) -> Any: ...
 async def get_value(self, key: str, default: Any | None = None) -> Any | None: ...
 async def update_data(self, data: Mapping[str, Any] | None = None, **kwargs: Any) -> dict[str, Any]: ...
 async def clear(self) -> None: ...
 storage: _loopmend_0.BaseStorage
 key: _loopmend_0.StorageKey

=== aiogram.fsm.middleware
import aiogram.fsm.context as _loopmend_0
import aiogram.fsm.storage.base as _loopmend_1
import aiogram.fsm.strategy as _loopmend_2
from collections.abc import Awaitable, Callable
from typing import Any, cast
from aiogram import Bot
from aiogram.dispatcher.middlewares.base import BaseMiddleware
from aiogram.dispatcher.middlewares.user_context import EVENT_CONTEXT_KEY, EventContext
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import ( DEFAULT_DESTINY, BaseEventIsolation, BaseStorage, StorageKey, )
from aiogram.fsm.strategy import FSMStrategy, apply_strategy
from aiogram.types import TelegramObject
class FSMContextMiddleware(BaseMiddleware):
 def __init__(self, storage: BaseStorage, events_isolation: BaseEventIsolation, strategy: FSMStrategy = ...) -> None: ...
 async def __call__(self, handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]], event: TelegramObject, data: dict[str, Any]) -> Any: ...
 def resolve_event_context(self, bot: Bot, data: dict[str, Any], destiny: str = ...) -> FSMContext | None: ...
 def resolve_context(self, bot: Bot, chat_id: int | None, user_id: int | None, thread_id: int | None = None, business_connection_id: str | None = None, destiny: str = ...) -> FSMContext | None: ...
 def get_context(self, bot: Bot, chat_id: int, user_id: int, thread_id: int | None = None, business_connection_id: str | None = None, destiny: str = ...) -> FSMContext: ...
 async def close(self) -> None: ...
 storage: _loopmend_1.BaseStorage
 events_isolation: _loopmend_1.BaseEventIsolation
 strategy: _loopmend_2.FSMStrategy

=== aiogram.fsm.scene
import aiogram.dispatcher.event.handler as _loopmend_5
import aiogram.dispatcher.router as _loopmend_6
import aiogram.fsm.context as _loopmend_1
import aiogram.fsm.scene as _loopmend_3
import aiogram.fsm.state as _loopmend_4
import aiogram.fsm.storage.memory as _loopmend_0
import aiogram.types.base as _loopmend_7
import typing as _loopmend_2
from __future__ import annotations
import inspect
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, ClassVar, overload
from typing_extensions import Self
from aiogram import loggers
from aiogram.dispatcher.dispatcher import Dispatcher
from aiogram.dispatcher.event.handler import CallableObject, CallbackType
from aiogram.dispatcher.flags import extract_flags_from_object
from aiogram.dispatcher.router import Router
from aiogram.exceptions import SceneException
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.fsm.storage.memory import MemoryStorageRecord
from aiogram.types import TelegramObject, Update
from aiogram.utils.class_attrs_resolver import ( ClassAttrsResolver, get_sorted_mro_attrs_resolver, )
if TYPE_CHECKING:
 from aiogram.dispatcher.event.bases import NextMiddlewareType
class HistoryManager:
 def __init__(self, state: FSMContext, destiny: str = ..., size: int = ...) -> None: ...
 async def push(self, state: str | None, data: dict[str, Any]) -> None: ...
 async def pop(self) -> MemoryStorageRecord | None: ...
 async def get(self) -> MemoryStorageRecord | None: ...
 async def all(self) -> list[MemoryStorageRecord]: ...
 async def clear(self) -> None: ...
 async def snapshot(self) -> None: ...
 async def _set_state(self, state: str | None, data: dict[str, Any]) -> None: ...
 async def rollback(self) -> str | None: ...
 _size: int
 _state: _loopmend_1.FSMContext
 _history_state: _loopmend_1.FSMContext
class ObserverDecorator:
 def __init__(self, name: str, filters: tuple[CallbackType, ...], action: SceneAction | None = None, after: After | None = None) -> None: ...
 def _wrap_filter(self, target: type[Scene] | CallbackType) -> None: ...
 def _wrap_action(self, target: CallbackType) -> None: ...
 def __call__(self, target: CallbackType) -> CallbackType: ...
 def leave(self) -> ActionContainer: ...
 def enter(self, target: type[Scene]) -> ActionContainer: ...
 def exit(self) -> ActionContainer: ...
 def back(self) -> ActionContainer: ...
 name: str
 filters: tuple
 action: None | _loopmend_3.SceneAction
 after: None | _loopmend_3.After
class SceneAction(Enum):
 enter = auto()
 leave = auto()
 exit = auto()
 back = auto()
class ActionContainer:
 def __init__(self, name: str, filters: tuple[CallbackType, ...], action: SceneAction, target: type[Scene] | State | str | None = None) -> None: ...
 async def execute(self, wizard: SceneWizard) -> None: ...
 name: str
 filters: tuple
 action: _loopmend_3.SceneAction
 target: None | _loopmend_4.State | str | type[_loopmend_3.Scene]
@dataclass(slots=True)
class HandlerContainer:
 name: str
 handler: CallbackType
 filters: tuple[CallbackType, ...]
 after: After | None = None
@dataclass
class SceneConfig:
 state: str | None
 handlers: list[HandlerContainer]
 actions: dict[SceneAction, dict[str, CallableObject]]
 reset_data_on_enter: bool | None = None
 reset_history_on_enter: bool | None = None
 callback_query_without_state: bool | None = None
 attrs_resolver: ClassAttrsResolver = get_sorted_mro_attrs_resolver
async def _empty_handler(*args: Any, **kwargs: Any) -> None: ...
class SceneHandlerWrapper:
 def __init__(self, scene: type[Scene], handler: CallbackType, after: After | None = None) -> None: ...
 async def __call__(self, event: TelegramObject, **kwargs: Any) -> Any: ...
 def __await__(self) -> Self: ...
 def __str__(self) -> str: ...
 after: None | _loopmend_3.After
 handler: _loopmend_5.CallableObject
 scene: type[_loopmend_3.Scene]
class Scene:
 __scene_config__: ClassVar[SceneConfig]
 def __init__(self, wizard: SceneWizard) -> None: ...
 def __init_subclass__(cls, **kwargs: Any) -> None: ...
 @classmethod
 def add_to_router(cls, router: Router) -> None: ...
 @classmethod
 def as_router(cls, name: str | None = None) -> Router: ...
 @classmethod
 def as_handler(cls, **handler_kwargs: Any) -> _loopmend_2.Callable[..., _loopmend_2.Coroutine[_loopmend_2.Any, _loopmend_2.Any, None]]: ...
 wizard: _loopmend_3.SceneWizard
class SceneWizard:
 def __init__(self, scene_config: SceneConfig, manager: ScenesManager, state: FSMContext, update_type: str, event: TelegramObject, data: dict[str, Any]) -> None: ...
 async def enter(self, **kwargs: Any) -> None: ...
 async def leave(self, _with_history: bool = ..., **kwargs: Any) -> None: ...
 async def exit(self, **kwargs: Any) -> None: ...
 async def back(self, **kwargs: Any) -> None: ...
 async def retake(self, **kwargs: Any) -> None: ...
 async def goto(self, scene: type[Scene] | State | str, **kwargs: Any) -> None: ...
 async def _on_action(self, action: SceneAction, **kwargs: Any) -> bool: ...
 async def set_data(self, data: Mapping[str, Any]) -> None: ...
 async def get_data(self) -> dict[str, Any]: ...
 @overload
 async def get_value(self, key: str) -> Any | None: ...
 @overload
 async def get_value(self, key: str, default: Any) -> Any: ...
 async def get_value(self, key: str, default: Any | None = None) -> Any | None: ...
 async def update_data(self, data: Mapping[str, Any] | None = None, **kwargs: Any) -> dict[str, Any]: ...
 async def clear_data(self) -> None: ...
 state: _loopmend_1.FSMContext
 data: dict
 scene: Scene | None
 event: _loopmend_7.TelegramObject
 scene_config: _loopmend_3.SceneConfig
 manager: _loopmend_3.ScenesManager
 update_type: str
class ScenesManager:
 def __init__(self, registry: SceneRegistry, update_type: str, event: TelegramObject, state: FSMContext, data: dict[str, Any]) -> None: ...
 async def _get_scene(self, scene_type: type[Scene] | State | str | None) -> Scene: ...
 async def _get_active_scene(self) -> Scene | None: ...
 async def enter(self, scene_type: type[Scene] | State | str | None, _check_active: bool = ..., **kwargs: Any) -> None: ...
 async def close(self, **kwargs: Any) -> None: ...
 state: _loopmend_1.FSMContext
 data: dict
 history: _loopmend_3.HistoryManager
 event: _loopmend_7.TelegramObject
 update_type: str
 registry: _loopmend_3.SceneRegistry
class SceneRegistry:
 def __init__(self, router: Router, register_on_add: bool = ...) -> None: ...
 def _setup_middleware(self, router: Router) -> None: ...
 async def _update_middleware(self, handler: NextMiddlewareType[TelegramObject], event: TelegramObject, data: dict[str, Any]) -> Any: ...
 async def _middleware(self, handler: NextMiddlewareType[TelegramObject], event: TelegramObject, data: dict[str, Any]) -> Any: ...
 def add(self, *scenes: type[Scene], router: Router | None = None) -> None: ...
 def register(self, *scenes: type[Scene]) -> None: ...
 def get(self, scene: type[Scene] | State | str | None) -> type[Scene]: ...
 router: _loopmend_6.Router
 register_on_add: bool
 _scenes: dict[str | None, type[Scene]]
@dataclass
class After:
 action: SceneAction
 scene: type[Scene] | State | str | None = None
 @classmethod
 def exit(cls) -> After: ...
 @classmethod
 def back(cls) -> After: ...
 @classmethod
 def goto(cls, scene: type[Scene] | State | str | None) -> After: ...
class ObserverMarker:
 def __init__(self, name: str) -> None: ...
 def __call__(self, *filters: CallbackType, after: After | None = None) -> ObserverDecorator: ...
 def enter(self, *filters: CallbackType) -> ObserverDecorator: ...
 def leave(self) -> ObserverDecorator: ...
 def exit(self) -> ObserverDecorator: ...
 def back(self) -> ObserverDecorator: ...
 name: str
class OnMarker:
 message: _loopmend_3.ObserverMarker
 edited_message: _loopmend_3.ObserverMarker
 channel_post: _loopmend_3.ObserverMarker
 edited_channel_post: _loopmend_3.ObserverMarker
 inline_query: _loopmend_3.ObserverMarker
 chosen_inline_result: _loopmend_3.ObserverMarker
 callback_query: _loopmend_3.ObserverMarker
 shipping_query: _loopmend_3.ObserverMarker
 pre_checkout_query: _loopmend_3.ObserverMarker
 poll: _loopmend_3.ObserverMarker
 poll_answer: _loopmend_3.ObserverMarker
 my_chat_member: _loopmend_3.ObserverMarker
 chat_member: _loopmend_3.ObserverMarker
 chat_join_request: _loopmend_3.ObserverMarker
on: _loopmend_3.OnMarker

=== aiogram.fsm.storage package

=== aiogram.fsm.storage.base
from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Literal, overload
from aiogram.fsm.state import State
StateType = str | State | None
DEFAULT_DESTINY = "default"
@dataclass(frozen=True)
class StorageKey:
 bot_id: int
 chat_id: int
 user_id: int
 thread_id: int | None = None
 business_connection_id: str | None = None
 destiny: str = DEFAULT_DESTINY
class KeyBuilder(ABC):
 @abstractmethod
 def build(self, key: StorageKey, part: Literal["data", "state", "lock"] | None = None) -> str: ...
class DefaultKeyBuilder(KeyBuilder):
 def __init__(self, *, prefix: str = ..., separator: str = ..., with_bot_id: bool = ..., with_business_connection_id: bool = ..., with_destiny: bool = ...) -> None: ...
 def build(self, key: StorageKey, part: Literal["data", "state", "lock"] | None = None) -> str: ...
 prefix: str
 separator: str
 with_bot_id: bool
 with_business_connection_id: bool
 with_destiny: bool
class BaseStorage(ABC):
 @abstractmethod
 async def set_state(self, key: StorageKey, state: StateType = None) -> None: ...
 @abstractmethod
 async def get_state(self, key: StorageKey) -> str | None: ...
 @abstractmethod
 async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None: ...
 @abstractmethod
 async def get_data(self, key: StorageKey) -> dict[str, Any]: ...
 @overload
 async def get_value(self, storage_key: StorageKey, dict_key: str) -> Any | None: ...
 @overload
 async def get_value(self, storage_key: StorageKey, dict_key: str, default: Any) -> Any: ...
 async def get_value(self, storage_key: StorageKey, dict_key: str, default: Any | None = None) -> Any | None: ...
 async def update_data(self, key: StorageKey, data: Mapping[str, Any]) -> dict[str, Any]: ...
 @abstractmethod
 async def close(self) -> None: ...
class BaseEventIsolation(ABC):
 @abstractmethod
 @asynccontextmanager
 def lock(self, key: StorageKey) -> AsyncGenerator[None, None]: ...
 @abstractmethod
 async def close(self) -> None: ...

=== aiogram.fsm.storage.memory
from asyncio import Lock
from collections import defaultdict
from collections.abc import AsyncGenerator, Hashable, Mapping
from contextlib import asynccontextmanager
from copy import copy
from dataclasses import dataclass, field
from typing import Any, overload
from aiogram.exceptions import DataNotDictLikeError
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import ( BaseEventIsolation, BaseStorage, StateType, StorageKey, )
@dataclass
class MemoryStorageRecord:
 data: dict[str, Any] = field(default_factory=dict)
 state: str | None = None
class MemoryStorage(BaseStorage):
 def __init__(self) -> None: ...
 async def close(self) -> None: ...
 async def set_state(self, key: StorageKey, state: StateType = None) -> None: ...
 async def get_state(self, key: StorageKey) -> str | None: ...
 async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None: ...
 async def get_data(self, key: StorageKey) -> dict[str, Any]: ...
 @overload
 async def get_value(self, storage_key: StorageKey, dict_key: str) -> Any | None: ...
 @overload
 async def get_value(self, storage_key: StorageKey, dict_key: str, default: Any) -> Any: ...
 async def get_value(self, storage_key: StorageKey, dict_key: str, default: Any | None = None) -> Any | None: ...
 storage: defaultdict[StorageKey, MemoryStorageRecord]
class DisabledEventIsolation(BaseEventIsolation):
 @asynccontextmanager
 def lock(self, key: StorageKey) -> AsyncGenerator[None, None]: ...
 async def close(self) -> None: ...
class SimpleEventIsolation(BaseEventIsolation):
 def __init__(self) -> None: ...
 @asynccontextmanager
 def lock(self, key: StorageKey) -> AsyncGenerator[None, None]: ...
 async def close(self) -> None: ...
 _locks: defaultdict[Hashable, Lock]

=== aiogram.fsm.storage.mongo
import aiogram.fsm.storage.base as _loopmend_3
import aiogram.fsm.storage.mongo as _loopmend_0
import motor.motor_asyncio as _loopmend_1
import typing as _loopmend_2
from collections.abc import Mapping
from typing import Any, cast
from motor.motor_asyncio import AsyncIOMotorClient
from aiogram.exceptions import DataNotDictLikeError
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import ( BaseStorage, DefaultKeyBuilder, KeyBuilder, StateType, StorageKey, )
class MongoStorage(BaseStorage):
 def __init__(self, client: AsyncIOMotorClient, key_builder: KeyBuilder | None = None, db_name: str = ..., collection_name: str = ...) -> None: ...
 @classmethod
 def from_url(cls, url: str, connection_kwargs: dict[str, Any] | None = None, **kwargs: Any) -> "MongoStorage": ...
 async def close(self) -> None: ...
 def resolve_state(self, value: StateType) -> str | None: ...
 async def set_state(self, key: StorageKey, state: StateType = None) -> None: ...
 async def get_state(self, key: StorageKey) -> str | None: ...
 async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None: ...
 async def get_data(self, key: StorageKey) -> dict[str, Any]: ...
 async def update_data(self, key: StorageKey, data: Mapping[str, Any]) -> dict[str, Any]: ...
 _client: _loopmend_1.AsyncIOMotorClient
 _database: _loopmend_1.AsyncIOMotorDatabase[_loopmend_2.Mapping]
 _collection: _loopmend_1.AsyncIOMotorCollection[_loopmend_2.Mapping]
 _key_builder: _loopmend_3.DefaultKeyBuilder | _loopmend_3.KeyBuilder

=== aiogram.fsm.storage.pymongo
import aiogram.fsm.storage.base as _loopmend_4
import aiogram.fsm.storage.pymongo as _loopmend_0
import pymongo.asynchronous.collection as _loopmend_3
import pymongo.asynchronous.database as _loopmend_2
import pymongo.asynchronous.mongo_client as _loopmend_1
from collections.abc import Mapping
from typing import Any, cast
from pymongo import AsyncMongoClient
from aiogram.exceptions import DataNotDictLikeError
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import ( BaseStorage, DefaultKeyBuilder, KeyBuilder, StateType, StorageKey, )
class PyMongoStorage(BaseStorage):
 def __init__(self, client: AsyncMongoClient[Any], key_builder: KeyBuilder | None = None, db_name: str = ..., collection_name: str = ...) -> None: ...
 @classmethod
 def from_url(cls, url: str, connection_kwargs: dict[str, Any] | None = None, **kwargs: Any) -> "PyMongoStorage": ...
 async def close(self) -> None: ...
 def resolve_state(self, value: StateType) -> str | None: ...
 async def set_state(self, key: StorageKey, state: StateType = None) -> None: ...
 async def get_state(self, key: StorageKey) -> str | None: ...
 async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None: ...
 async def get_data(self, key: StorageKey) -> dict[str, Any]: ...
 async def update_data(self, key: StorageKey, data: Mapping[str, Any]) -> dict[str, Any]: ...
 _client: _loopmend_1.AsyncMongoClient
 _database: _loopmend_2.AsyncDatabase
 _collection: _loopmend_3.AsyncCollection
 _key_builder: _loopmend_4.DefaultKeyBuilder | _loopmend_4.KeyBuilder

=== aiogram.fsm.storage.redis
import aiogram.fsm.storage.base as _loopmend_2
import aiogram.fsm.storage.redis as _loopmend_0
import datetime as _loopmend_3
import redis.asyncio.client as _loopmend_1
import typing as _loopmend_4
import json
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any, cast
from redis.asyncio.client import Redis
from redis.asyncio.connection import ConnectionPool
from redis.asyncio.lock import Lock
from redis.typing import ExpiryT
from aiogram.exceptions import DataNotDictLikeError
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import ( BaseEventIsolation, BaseStorage, DefaultKeyBuilder, KeyBuilder, StateType, StorageKey, )
DEFAULT_REDIS_LOCK_KWARGS: dict[str, int]
_JsonLoads = Callable[..., Any]
_JsonDumps = Callable[..., str]
class RedisStorage(BaseStorage):
 def __init__(self, redis: Redis, key_builder: KeyBuilder | None = None, state_ttl: ExpiryT | None = None, data_ttl: ExpiryT | None = None, json_loads: _JsonLoads = ..., json_dumps: _JsonDumps = ...) -> None: ...
 @classmethod
 def from_url(cls, url: str, connection_kwargs: dict[str, Any] | None = None, **kwargs: Any) -> "RedisStorage": ...
 def create_isolation(self, **kwargs: Any) -> "RedisEventIsolation": ...
 async def close(self) -> None: ...
 async def set_state(self, key: StorageKey, state: StateType = None) -> None: ...
 async def get_state(self, key: StorageKey) -> str | None: ...
 async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None: ...
 async def get_data(self, key: StorageKey) -> dict[str, Any]: ...
 redis: _loopmend_1.Redis
 key_builder: _loopmend_2.DefaultKeyBuilder | _loopmend_2.KeyBuilder
 state_ttl: None | _loopmend_3.timedelta | int
 data_ttl: None | _loopmend_3.timedelta | int
 json_loads: _loopmend_4.Callable[..., _loopmend_4.Any]
 json_dumps: _loopmend_4.Callable[..., str]
class RedisEventIsolation(BaseEventIsolation):
 def __init__(self, redis: Redis, key_builder: KeyBuilder | None = None, lock_kwargs: dict[str, Any] | None = None) -> None: ...
 @classmethod
 def from_url(cls, url: str, connection_kwargs: dict[str, Any] | None = None, **kwargs: Any) -> "RedisEventIsolation": ...
 @asynccontextmanager
 def lock(self, key: StorageKey) -> AsyncGenerator[None, None]: ...
 async def close(self) -> None: ...
 redis: _loopmend_1.Redis
 key_builder: _loopmend_2.DefaultKeyBuilder | _loopmend_2.KeyBuilder
 lock_kwargs: dict | dict[str, int]

=== aiogram.handlers package
from .base import BaseHandler, BaseHandlerMixin
from .callback_query import CallbackQueryHandler
from .chat_member import ChatMemberHandler
from .chosen_inline_result import ChosenInlineResultHandler
from .error import ErrorHandler
from .inline_query import InlineQueryHandler
from .message import MessageHandler, MessageHandlerCommandMixin
from .poll import PollHandler
from .pre_checkout_query import PreCheckoutQueryHandler
from .shipping_query import ShippingQueryHandler
__all__ = ( "BaseHandler", "BaseHandlerMixin", "CallbackQueryHandler", "ChatMemberHandler", "ChosenInlineResultHandler", "ErrorHandler", "InlineQueryHandler", "MessageHandler", "MessageHandlerCommandMixin", "PollHandler", "PreCheckoutQueryHandler", "ShippingQueryHandler", )

=== aiogram.handlers.base
import aiogram.client.bot as _loopmend_0
import aiogram.types.update as _loopmend_1
from __future__ import annotations
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast
from aiogram.types import Update
if TYPE_CHECKING:
 from aiogram import Bot
T = TypeVar("T")
class BaseHandlerMixin(Generic[T]):
 if TYPE_CHECKING:
  event: T
  data: dict[str, Any]
class BaseHandler(BaseHandlerMixin[T], ABC):
 def __init__(self, event: T, **kwargs: Any) -> None: ...
 @property
 def bot(self) -> Bot: ...
 @property
 def update(self) -> Update: ...
 @abstractmethod
 async def handle(self) -> Any: ...
 def __await__(self) -> Any: ...
 event: T
 data: dict[str, Any]

=== aiogram.methods package
from .add_sticker_to_set import AddStickerToSet
from .answer_callback_query import AnswerCallbackQuery
from .answer_chat_join_request_query import AnswerChatJoinRequestQuery
from .answer_guest_query import AnswerGuestQuery
from .answer_inline_query import AnswerInlineQuery
from .answer_pre_checkout_query import AnswerPreCheckoutQuery
from .answer_shipping_query import AnswerShippingQuery
from .answer_web_app_query import AnswerWebAppQuery
from .approve_chat_join_request import ApproveChatJoinRequest
from .approve_suggested_post import ApproveSuggestedPost
from .ban_chat_member import BanChatMember
from .ban_chat_sender_chat import BanChatSenderChat
from .base import Request, Response, TelegramMethod
from .close import Close
from .close_forum_topic import CloseForumTopic
from .close_general_forum_topic import CloseGeneralForumTopic
from .convert_gift_to_stars import ConvertGiftToStars
from .copy_message import CopyMessage
from .copy_messages import CopyMessages
from .create_chat_invite_link import CreateChatInviteLink
from .create_chat_subscription_invite_link import CreateChatSubscriptionInviteLink
from .create_forum_topic import CreateForumTopic
from .create_invoice_link import CreateInvoiceLink
from .create_new_sticker_set import CreateNewStickerSet
from .decline_chat_join_request import DeclineChatJoinRequest
from .decline_suggested_post import DeclineSuggestedPost
from .delete_all_message_reactions import DeleteAllMessageReactions
from .delete_business_messages import DeleteBusinessMessages
from .delete_chat_photo import DeleteChatPhoto
from .delete_chat_sticker_set import DeleteChatStickerSet
from .delete_ephemeral_message import DeleteEphemeralMessage
from .delete_forum_topic import DeleteForumTopic
from .delete_message import DeleteMessage
from .delete_message_reaction import DeleteMessageReaction
from .delete_messages import DeleteMessages
from .delete_my_commands import DeleteMyCommands
from .delete_sticker_from_set import DeleteStickerFromSet
from .delete_sticker_set import DeleteStickerSet
from .delete_story import DeleteStory
from .delete_webhook import DeleteWebhook
from .edit_chat_invite_link import EditChatInviteLink
from .edit_chat_subscription_invite_link import EditChatSubscriptionInviteLink
from .edit_ephemeral_message_caption import EditEphemeralMessageCaption
from .edit_ephemeral_message_media import EditEphemeralMessageMedia
from .edit_ephemeral_message_reply_markup import EditEphemeralMessageReplyMarkup
from .edit_ephemeral_message_text import EditEphemeralMessageText
from .edit_forum_topic import EditForumTopic
from .edit_general_forum_topic import EditGeneralForumTopic
from .edit_message_caption import EditMessageCaption
from .edit_message_checklist import EditMessageChecklist
from .edit_message_live_location import EditMessageLiveLocation
from .edit_message_media import EditMessageMedia
from .edit_message_reply_markup import EditMessageReplyMarkup
from .edit_message_text import EditMessageText
from .edit_story import EditStory
from .edit_user_star_subscription import EditUserStarSubscription
from .export_chat_invite_link import ExportChatInviteLink
from .forward_message import ForwardMessage
from .forward_messages import ForwardMessages
from .get_available_gifts import GetAvailableGifts
from .get_business_account_gifts import GetBusinessAccountGifts
from .get_business_account_star_balance import GetBusinessAccountStarBalance
from .get_business_connection import GetBusinessConnection
from .get_chat import GetChat
from .get_chat_administrators import GetChatAdministrators
from .get_chat_gifts import GetChatGifts
from .get_chat_member import GetChatMember
from .get_chat_member_count import GetChatMemberCount
from .get_chat_menu_button import GetChatMenuButton
from .get_custom_emoji_stickers import GetCustomEmojiStickers
from .get_file import GetFile
from .get_forum_topic_icon_stickers import GetForumTopicIconStickers
from .get_game_high_scores import GetGameHighScores
from .get_managed_bot_access_settings import GetManagedBotAccessSettings
from .get_managed_bot_token import GetManagedBotToken
from .get_me import GetMe
from .get_my_commands import GetMyCommands
from .get_my_default_administrator_rights import GetMyDefaultAdministratorRights
from .get_my_description import GetMyDescription
from .get_my_name import GetMyName
from .get_my_short_description import GetMyShortDescription
from .get_my_star_balance import GetMyStarBalance
from .get_star_transactions import GetStarTransactions
from .get_sticker_set import GetStickerSet
from .get_updates import GetUpdates
from .get_user_chat_boosts import GetUserChatBoosts
from .get_user_gifts import GetUserGifts
from .get_user_personal_chat_messages import GetUserPersonalChatMessages
from .get_user_profile_audios import GetUserProfileAudios
from .get_user_profile_photos import GetUserProfilePhotos
from .get_webhook_info import GetWebhookInfo
from .gift_premium_subscription import GiftPremiumSubscription
from .hide_general_forum_topic import HideGeneralForumTopic
from .leave_chat import LeaveChat
from .log_out import LogOut
from .pin_chat_message import PinChatMessage
from .post_story import PostStory
from .promote_chat_member import PromoteChatMember
from .read_business_message import ReadBusinessMessage
from .refund_star_payment import RefundStarPayment
from .remove_business_account_profile_photo import RemoveBusinessAccountProfilePhoto
from .remove_chat_verification import RemoveChatVerification
from .remove_my_profile_photo import RemoveMyProfilePhoto
from .remove_user_verification import RemoveUserVerification
from .reopen_forum_topic import ReopenForumTopic
from .reopen_general_forum_topic import ReopenGeneralForumTopic
from .replace_managed_bot_token import ReplaceManagedBotToken
from .replace_sticker_in_set import ReplaceStickerInSet
from .repost_story import RepostStory
from .restrict_chat_member import RestrictChatMember
from .revoke_chat_invite_link import RevokeChatInviteLink
from .save_prepared_inline_message import SavePreparedInlineMessage
from .save_prepared_keyboard_button import SavePreparedKeyboardButton
from .send_animation import SendAnimation
from .send_audio import SendAudio
from .send_chat_action import SendChatAction
from .send_chat_join_request_web_app import SendChatJoinRequestWebApp
from .send_checklist import SendChecklist
from .send_contact import SendContact
from .send_dice import SendDice
from .send_document import SendDocument
from .send_game import SendGame
from .send_gift import SendGift
from .send_invoice import SendInvoice
from .send_live_photo import SendLivePhoto
from .send_location import SendLocation
from .send_media_group import SendMediaGroup
from .send_message import SendMessage
from .send_message_draft import SendMessageDraft
from .send_paid_media import SendPaidMedia
from .send_photo import SendPhoto
from .send_poll import SendPoll
from .send_rich_message import SendRichMessage
from .send_rich_message_draft import SendRichMessageDraft
from .send_sticker import SendSticker
from .send_venue import SendVenue
from .send_video import SendVideo
from .send_video_note import SendVideoNote
from .send_voice import SendVoice
from .set_business_account_bio import SetBusinessAccountBio
from .set_business_account_gift_settings import SetBusinessAccountGiftSettings
from .set_business_account_name import SetBusinessAccountName
from .set_business_account_profile_photo import SetBusinessAccountProfilePhoto
from .set_business_account_username import SetBusinessAccountUsername
from .set_chat_administrator_custom_title import SetChatAdministratorCustomTitle
from .set_chat_description import SetChatDescription
from .set_chat_member_tag import SetChatMemberTag
from .set_chat_menu_button import SetChatMenuButton
from .set_chat_permissions import SetChatPermissions
from .set_chat_photo import SetChatPhoto
from .set_chat_sticker_set import SetChatStickerSet
from .set_chat_title import SetChatTitle
from .set_custom_emoji_sticker_set_thumbnail import SetCustomEmojiStickerSetThumbnail
from .set_game_score import SetGameScore
from .set_managed_bot_access_settings import SetManagedBotAccessSettings
from .set_message_reaction import SetMessageReaction
from .set_my_commands import SetMyCommands
from .set_my_default_administrator_rights import SetMyDefaultAdministratorRights
from .set_my_description import SetMyDescription
from .set_my_name import SetMyName
from .set_my_profile_photo import SetMyProfilePhoto
from .set_my_short_description import SetMyShortDescription
from .set_passport_data_errors import SetPassportDataErrors
from .set_sticker_emoji_list import SetStickerEmojiList
from .set_sticker_keywords import SetStickerKeywords
from .set_sticker_mask_position import SetStickerMaskPosition
from .set_sticker_position_in_set import SetStickerPositionInSet
from .set_sticker_set_thumbnail import SetStickerSetThumbnail
from .set_sticker_set_title import SetStickerSetTitle
from .set_user_emoji_status import SetUserEmojiStatus
from .set_webhook import SetWebhook
from .stop_message_live_location import StopMessageLiveLocation
from .stop_poll import StopPoll
from .transfer_business_account_stars import TransferBusinessAccountStars
from .transfer_gift import TransferGift
from .unban_chat_member import UnbanChatMember
from .unban_chat_sender_chat import UnbanChatSenderChat
from .unhide_general_forum_topic import UnhideGeneralForumTopic
from .unpin_all_chat_messages import UnpinAllChatMessages
from .unpin_all_forum_topic_messages import UnpinAllForumTopicMessages
from .unpin_all_general_forum_topic_messages import UnpinAllGeneralForumTopicMessages
from .unpin_chat_message import UnpinChatMessage
from .upgrade_gift import UpgradeGift
from .upload_sticker_file import UploadStickerFile
from .verify_chat import VerifyChat
from .verify_user import VerifyUser
__all__ = ( "AddStickerToSet", "AnswerCallbackQuery", "AnswerChatJoinRequestQuery", "AnswerGuestQuery", "AnswerInlineQuery", "AnswerPreCheckoutQuery", "AnswerShippingQuery", "AnswerWebAppQuery", "ApproveChatJoinRequest", "ApproveSuggestedPost", "BanChatMember", "BanChatSenderChat", "Close", "CloseForumTopic", "CloseGeneralForumTopic", "ConvertGiftToStars", "CopyMessage", "CopyMessages", "CreateChatInviteLink", "CreateChatSubscriptionInviteLink", "CreateForumTopic", "CreateInvoiceLink", "CreateNewStickerSet", "DeclineChatJoinRequest", "DeclineSuggestedPost", "DeleteAllMessageReactions", "DeleteBusinessMessages", "DeleteChatPhoto", "DeleteChatStickerSet", "DeleteEphemeralMessage", "DeleteForumTopic", "DeleteMessage", "DeleteMessageReaction", "DeleteMessages", "DeleteMyCommands", "DeleteStickerFromSet", "DeleteStickerSet", "DeleteStory", "DeleteWebhook", "EditChatInviteLink", "EditChatSubscriptionInviteLink", "EditEphemeralMessageCaption", "EditEphemeralMessageMedia", "EditEphemeralMessageReplyMarkup", "EditEphemeralMessageText", "EditForumTopic", "EditGeneralForumTopic", "EditMessageCaption", "EditMessageChecklist", "EditMessageLiveLocation", "EditMessageMedia", "EditMessageReplyMarkup", "EditMessageText", "EditStory", "EditUserStarSubscription", "ExportChatInviteLink", "ForwardMessage", "ForwardMessages", "GetAvailableGifts", "GetBusinessAccountGifts", "GetBusinessAccountStarBalance", "GetBusinessConnection", "GetChat", "GetChatAdministrators", "GetChatGifts", "GetChatMember", "GetChatMemberCount", "GetChatMenuButton", "GetCustomEmojiStickers", "GetFile", "GetForumTopicIconStickers", "GetGameHighScores", "GetManagedBotAccessSettings", "GetManagedBotToken", "GetMe", "GetMyCommands", "GetMyDefaultAdministratorRights", "GetMyDescription", "GetMyName", "GetMyShortDescription", "GetMyStarBalance", "GetStarTransactions", "GetStickerSet", "GetUpdates", "GetUserChatBoosts", "GetUserGifts", "GetUserPersonalChatMessages", "GetUserProfileAudios", "GetUserProfilePhotos", "GetWebhookInfo", "GiftPremiumSubscription", "HideGeneralForumTopic", "LeaveChat", "LogOut", "PinChatMessage", "PostStory", "PromoteChatMember", "ReadBusinessMessage", "RefundStarPayment", "RemoveBusinessAccountProfilePhoto", "RemoveChatVerification", "RemoveMyProfilePhoto", "RemoveUserVerification", "ReopenForumTopic", "ReopenGeneralForumTopic", "ReplaceManagedBotToken", "ReplaceStickerInSet", "RepostStory", "Request", "Response", "RestrictChatMember", "RevokeChatInviteLink", "SavePreparedInlineMessage", "SavePreparedKeyboardButton", "SendAnimation", "SendAudio", "SendChatAction", "SendChatJoinRequestWebApp", "SendChecklist", "SendContact", "SendDice", "SendDocument", "SendGame", "SendGift", "SendInvoice", "SendLivePhoto", "SendLocation", "SendMediaGroup", "SendMessage", "SendMessageDraft", "SendPaidMedia", "SendPhoto", "SendPoll", "SendRichMessage", "SendRichMessageDraft", "SendSticker", "SendVenue", "SendVideo", "SendVideoNote", "SendVoice", "SetBusinessAccountBio", "SetBusinessAccountGiftSettings", "SetBusinessAccountName", "SetBusinessAccountProfilePhoto", "SetBusinessAccountUsername", "SetChatAdministratorCustomTitle", "SetChatDescription", "SetChatMemberTag", "SetChatMenuButton", "SetChatPermissions", "SetChatPhoto", "SetChatStickerSet", "SetChatTitle", "SetCustomEmojiStickerSetThumbnail", "SetGameScore", "SetManagedBotAccessSettings", "SetMessageReaction", "SetMyCommands", "SetMyDefaultAdministratorRights", "SetMyDescription", "SetMyName", "SetMyProfilePhoto", "SetMyShortDescription", "SetPassportDataErrors", "SetStickerEmojiList", "SetStickerKeywords", "SetStickerMaskPosition", "SetStickerPositionInSet", "SetStickerSetThumbnail", "SetStickerSetTitle", "SetUserEmojiStatus", "SetWebhook", "StopMessageLiveLocation", "StopPoll", "TelegramMethod", "TransferBusinessAccountStars", "TransferGift", "UnbanChatMember", "UnbanChatSenderChat", "UnhideGeneralForumTopic", "UnpinAllChatMessages", "UnpinAllForumTopicMessages", "UnpinAllGeneralForumTopicMessages", "UnpinChatMessage", "UpgradeGift", "UploadStickerFile", "VerifyChat", "VerifyUser", )

=== aiogram.methods.base
import pydantic.config as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
from abc import ABC, abstractmethod
from collections.abc import Generator
from typing import ( TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, )
from pydantic import BaseModel, ConfigDict
from pydantic.functional_validators import model_validator
from aiogram.client.context_controller import BotContextController
from ..types import InputFile, ResponseParameters
from ..types.base import UNSET_TYPE
if TYPE_CHECKING:
 from ..client.bot import Bot
TelegramType = TypeVar("TelegramType", bound=Any)
class Request(BaseModel):
 model_config: _loopmend_0.ConfigDict
 method: str
 data: dict[str, Any | None]
 files: dict[str, InputFile] | None
class Response(BaseModel, Generic[TelegramType]):
 ok: bool
 result: TelegramType | None = None
 description: str | None = None
 error_code: int | None = None
 parameters: ResponseParameters | None = None
class TelegramMethod(BotContextController, BaseModel, Generic[TelegramType], ABC):
 model_config: _loopmend_0.ConfigDict
 @model_validator(mode="before")
 @classmethod
 def remove_unset(cls, values: dict[str, Any]) -> dict[str, Any]: ...
 if TYPE_CHECKING:
  __returning__: ClassVar[Any]
  __api_method__: ClassVar[str]
 else:
  @property
  @abstractmethod
  def __returning__(self) -> type: ...
  @property
  @abstractmethod
  def __api_method__(self) -> str: ...
 async def emit(self, bot: Bot) -> TelegramType: ...
 def __await__(self) -> Generator[Any, None, TelegramType]: ...

=== aiogram.types package
import typing as _loopmend_0
from typing import Literal, Optional, Union
from .accepted_gift_types import AcceptedGiftTypes
from .affiliate_info import AffiliateInfo
from .animation import Animation
from .audio import Audio
from .background_fill import BackgroundFill
from .background_fill_freeform_gradient import BackgroundFillFreeformGradient
from .background_fill_gradient import BackgroundFillGradient
from .background_fill_solid import BackgroundFillSolid
from .background_fill_union import BackgroundFillUnion
from .background_type import BackgroundType
from .background_type_chat_theme import BackgroundTypeChatTheme
from .background_type_fill import BackgroundTypeFill
from .background_type_pattern import BackgroundTypePattern
from .background_type_union import BackgroundTypeUnion
from .background_type_wallpaper import BackgroundTypeWallpaper
from .base import UNSET_PARSE_MODE, TelegramObject
from .birthdate import Birthdate
from .bot_command import BotCommand
from .bot_command_scope import BotCommandScope
from .bot_command_scope_all_chat_administrators import ( BotCommandScopeAllChatAdministrators, )
from .bot_command_scope_all_group_chats import BotCommandScopeAllGroupChats
from .bot_command_scope_all_private_chats import BotCommandScopeAllPrivateChats
from .bot_command_scope_chat import BotCommandScopeChat
from .bot_command_scope_chat_administrators import BotCommandScopeChatAdministrators
from .bot_command_scope_chat_member import BotCommandScopeChatMember
from .bot_command_scope_default import BotCommandScopeDefault
from .bot_command_scope_union import BotCommandScopeUnion
from .bot_description import BotDescription
from .bot_name import BotName
from .bot_short_description import BotShortDescription
from .business_bot_rights import BusinessBotRights
from .business_connection import BusinessConnection
from .business_intro import BusinessIntro
from .business_location import BusinessLocation
from .business_messages_deleted import BusinessMessagesDeleted
from .business_opening_hours import BusinessOpeningHours
from .business_opening_hours_interval import BusinessOpeningHoursInterval
from .callback_game import CallbackGame
from .callback_query import CallbackQuery
from .chat import Chat
from .chat_administrator_rights import ChatAdministratorRights
from .chat_background import ChatBackground
from .chat_boost import ChatBoost
from .chat_boost_added import ChatBoostAdded
from .chat_boost_removed import ChatBoostRemoved
from .chat_boost_source import ChatBoostSource
from .chat_boost_source_gift_code import ChatBoostSourceGiftCode
from .chat_boost_source_giveaway import ChatBoostSourceGiveaway
from .chat_boost_source_premium import ChatBoostSourcePremium
from .chat_boost_source_union import ChatBoostSourceUnion
from .chat_boost_updated import ChatBoostUpdated
from .chat_full_info import ChatFullInfo
from .chat_id_union import ChatIdUnion
from .chat_invite_link import ChatInviteLink
from .chat_join_request import ChatJoinRequest
from .chat_location import ChatLocation
from .chat_member import ChatMember
from .chat_member_administrator import ChatMemberAdministrator
from .chat_member_banned import ChatMemberBanned
from .chat_member_left import ChatMemberLeft
from .chat_member_member import ChatMemberMember
from .chat_member_owner import ChatMemberOwner
from .chat_member_restricted import ChatMemberRestricted
from .chat_member_union import ChatMemberUnion
from .chat_member_updated import ChatMemberUpdated
from .chat_permissions import ChatPermissions
from .chat_photo import ChatPhoto
from .chat_shared import ChatShared
from .checklist import Checklist
from .checklist_task import ChecklistTask
from .checklist_tasks_added import ChecklistTasksAdded
from .checklist_tasks_done import ChecklistTasksDone
from .chosen_inline_result import ChosenInlineResult
from .community_chat_joined import CommunityChatJoined
from .contact import Contact
from .copy_text_button import CopyTextButton
from .custom import DateTime
from .date_time_union import DateTimeUnion
from .dice import Dice
from .direct_message_price_changed import DirectMessagePriceChanged
from .direct_messages_topic import DirectMessagesTopic
from .disabled_button import DisabledButton
from .document import Document
from .downloadable import Downloadable
from .encrypted_credentials import EncryptedCredentials
from .encrypted_passport_element import EncryptedPassportElement
from .ephemeral_message_parameters import EphemeralMessageParameters
from .error_event import ErrorEvent
from .external_reply_info import ExternalReplyInfo
from .file import File
from .force_reply import ForceReply
from .forum_topic import ForumTopic
from .forum_topic_closed import ForumTopicClosed
from .forum_topic_created import ForumTopicCreated
from .forum_topic_edited import ForumTopicEdited
from .forum_topic_reopened import ForumTopicReopened
from .game import Game
from .game_high_score import GameHighScore
from .general_forum_topic_hidden import GeneralForumTopicHidden
from .general_forum_topic_unhidden import GeneralForumTopicUnhidden
from .gift import Gift
from .gift_background import GiftBackground
from .gift_info import GiftInfo
from .gifts import Gifts
from .giveaway import Giveaway
from .giveaway_completed import GiveawayCompleted
from .giveaway_created import GiveawayCreated
from .giveaway_winners import GiveawayWinners
from .inaccessible_message import InaccessibleMessage
from .inline_keyboard_button import InlineKeyboardButton
from .inline_keyboard_markup import InlineKeyboardMarkup
from .inline_query import InlineQuery
from .inline_query_result import InlineQueryResult
from .inline_query_result_article import InlineQueryResultArticle
from .inline_query_result_audio import InlineQueryResultAudio
from .inline_query_result_cached_audio import InlineQueryResultCachedAudio
from .inline_query_result_cached_document import InlineQueryResultCachedDocument
from .inline_query_result_cached_gif import InlineQueryResultCachedGif
from .inline_query_result_cached_mpeg4_gif import InlineQueryResultCachedMpeg4Gif
from .inline_query_result_cached_photo import InlineQueryResultCachedPhoto
from .inline_query_result_cached_sticker import InlineQueryResultCachedSticker
from .inline_query_result_cached_video import InlineQueryResultCachedVideo
from .inline_query_result_cached_voice import InlineQueryResultCachedVoice
from .inline_query_result_contact import InlineQueryResultContact
from .inline_query_result_document import InlineQueryResultDocument
from .inline_query_result_game import InlineQueryResultGame
from .inline_query_result_gif import InlineQueryResultGif
from .inline_query_result_location import InlineQueryResultLocation
from .inline_query_result_mpeg4_gif import InlineQueryResultMpeg4Gif
from .inline_query_result_photo import InlineQueryResultPhoto
from .inline_query_result_union import InlineQueryResultUnion
from .inline_query_result_venue import InlineQueryResultVenue
from .inline_query_result_video import InlineQueryResultVideo
from .inline_query_result_voice import InlineQueryResultVoice
from .inline_query_results_button import InlineQueryResultsButton
from .input_checklist import InputChecklist
from .input_checklist_task import InputChecklistTask
from .input_contact_message_content import InputContactMessageContent
from .input_file import BufferedInputFile, FSInputFile, InputFile, URLInputFile
from .input_file_union import InputFileUnion
from .input_invoice_message_content import InputInvoiceMessageContent
from .input_location_message_content import InputLocationMessageContent
from .input_media import InputMedia
from .input_media_animation import InputMediaAnimation
from .input_media_audio import InputMediaAudio
from .input_media_document import InputMediaDocument
from .input_media_photo import InputMediaPhoto
from .input_media_union import InputMediaUnion
from .input_media_video import InputMediaVideo
from .input_message_content import InputMessageContent
from .input_message_content_union import InputMessageContentUnion
from .input_paid_media import InputPaidMedia
from .input_paid_media_photo import InputPaidMediaPhoto
from .input_paid_media_union import InputPaidMediaUnion
from .input_paid_media_video import InputPaidMediaVideo
from .input_poll_option import InputPollOption
from .input_poll_option_union import InputPollOptionUnion
from .input_profile_photo import InputProfilePhoto
from .input_profile_photo_animated import InputProfilePhotoAnimated
from .input_profile_photo_static import InputProfilePhotoStatic
from .input_profile_photo_union import InputProfilePhotoUnion
from .input_rich_block_buttons import InputRichBlockButtons
from .input_rich_block_document import InputRichBlockDocument
from .input_rich_block_expandable_block_quotation import InputRichBlockExpandableBlockQuotation
from .input_sticker import InputSticker
from .input_story_content import InputStoryContent
from .input_story_content_photo import InputStoryContentPhoto
from .input_story_content_union import InputStoryContentUnion
from .input_story_content_video import InputStoryContentVideo
from .input_text_message_content import InputTextMessageContent
from .input_venue_message_content import InputVenueMessageContent
from .invoice import Invoice
from .keyboard_button import KeyboardButton
from .keyboard_button_poll_type import KeyboardButtonPollType
from .keyboard_button_request_chat import KeyboardButtonRequestChat
from .keyboard_button_request_user import KeyboardButtonRequestUser
from .keyboard_button_request_users import KeyboardButtonRequestUsers
from .labeled_price import LabeledPrice
from .link_preview_options import LinkPreviewOptions
from .location import Location
from .location_address import LocationAddress
from .login_url import LoginUrl
from .mask_position import MaskPosition
from .maybe_inaccessible_message import MaybeInaccessibleMessage
from .maybe_inaccessible_message_union import MaybeInaccessibleMessageUnion
from .media_union import MediaUnion
from .menu_button import MenuButton
from .menu_button_commands import MenuButtonCommands
from .menu_button_default import MenuButtonDefault
from .menu_button_union import MenuButtonUnion
from .menu_button_web_app import MenuButtonWebApp
from .message import ContentType, Message
from .message_auto_delete_timer_changed import MessageAutoDeleteTimerChanged
from .message_entity import MessageEntity
from .message_generation_stopped import MessageGenerationStopped
from .message_id import MessageId
from .message_origin import MessageOrigin
from .message_origin_channel import MessageOriginChannel
from .message_origin_chat import MessageOriginChat
from .message_origin_hidden_user import MessageOriginHiddenUser
from .message_origin_union import MessageOriginUnion
from .message_origin_user import MessageOriginUser
from .message_reaction_count_updated import MessageReactionCountUpdated
from .message_reaction_updated import MessageReactionUpdated
from .order_info import OrderInfo
from .owned_gift import OwnedGift
from .owned_gift_regular import OwnedGiftRegular
from .owned_gift_union import OwnedGiftUnion
from .owned_gift_unique import OwnedGiftUnique
from .owned_gifts import OwnedGifts
from .paid_media import PaidMedia
from .paid_media_info import PaidMediaInfo
from .paid_media_photo import PaidMediaPhoto
from .paid_media_preview import PaidMediaPreview
from .paid_media_purchased import PaidMediaPurchased
from .paid_media_union import PaidMediaUnion
from .paid_media_video import PaidMediaVideo
from .paid_message_price_changed import PaidMessagePriceChanged
from .passport_data import PassportData
from .passport_element_error import PassportElementError
from .passport_element_error_data_field import PassportElementErrorDataField
from .passport_element_error_file import PassportElementErrorFile
from .passport_element_error_files import PassportElementErrorFiles
from .passport_element_error_front_side import PassportElementErrorFrontSide
from .passport_element_error_reverse_side import PassportElementErrorReverseSide
from .passport_element_error_selfie import PassportElementErrorSelfie
from .passport_element_error_translation_file import PassportElementErrorTranslationFile
from .passport_element_error_translation_files import ( PassportElementErrorTranslationFiles, )
from .passport_element_error_union import PassportElementErrorUnion
from .passport_element_error_unspecified import PassportElementErrorUnspecified
from .passport_file import PassportFile
from .photo_size import PhotoSize
from .poll import Poll
from .poll_answer import PollAnswer
from .poll_option import PollOption
from .pre_checkout_query import PreCheckoutQuery
from .prepared_inline_message import PreparedInlineMessage
from .proximity_alert_triggered import ProximityAlertTriggered
from .reaction_count import ReactionCount
from .reaction_type import ReactionType
from .reaction_type_custom_emoji import ReactionTypeCustomEmoji
from .reaction_type_emoji import ReactionTypeEmoji
from .reaction_type_paid import ReactionTypePaid
from .reaction_type_union import ReactionTypeUnion
from .refunded_payment import RefundedPayment
from .reply_keyboard_markup import ReplyKeyboardMarkup
from .reply_keyboard_remove import ReplyKeyboardRemove
from .reply_markup_union import ReplyMarkupUnion
from .reply_parameters import ReplyParameters
from .response_parameters import ResponseParameters
from .result_chat_member_union import ResultChatMemberUnion
from .result_menu_button_union import ResultMenuButtonUnion
from .revenue_withdrawal_state import RevenueWithdrawalState
from .revenue_withdrawal_state_failed import RevenueWithdrawalStateFailed
from .revenue_withdrawal_state_pending import RevenueWithdrawalStatePending
from .revenue_withdrawal_state_succeeded import RevenueWithdrawalStateSucceeded
from .revenue_withdrawal_state_union import RevenueWithdrawalStateUnion
from .rich_block_buttons import RichBlockButtons
from .rich_block_document import RichBlockDocument
from .rich_block_expandable_block_quotation import RichBlockExpandableBlockQuotation
from .rich_message_button import RichMessageButton
from .rich_text_button import RichTextButton
from .sent_web_app_message import SentWebAppMessage
from .shared_user import SharedUser
from .shipping_address import ShippingAddress
from .shipping_option import ShippingOption
from .shipping_query import ShippingQuery
from .star_amount import StarAmount
from .star_transaction import StarTransaction
from .star_transactions import StarTransactions
from .sticker import Sticker
from .sticker_set import StickerSet
from .story import Story
from .story_area import StoryArea
from .story_area_position import StoryAreaPosition
from .story_area_type import StoryAreaType
from .story_area_type_link import StoryAreaTypeLink
from .story_area_type_location import StoryAreaTypeLocation
from .story_area_type_suggested_reaction import StoryAreaTypeSuggestedReaction
from .story_area_type_union import StoryAreaTypeUnion
from .story_area_type_unique_gift import StoryAreaTypeUniqueGift
from .story_area_type_weather import StoryAreaTypeWeather
from .successful_payment import SuccessfulPayment
from .suggested_post_approval_failed import SuggestedPostApprovalFailed
from .suggested_post_approved import SuggestedPostApproved
from .suggested_post_declined import SuggestedPostDeclined
from .suggested_post_info import SuggestedPostInfo
from .suggested_post_paid import SuggestedPostPaid
from .suggested_post_parameters import SuggestedPostParameters
from .suggested_post_price import SuggestedPostPrice
from .suggested_post_refunded import SuggestedPostRefunded
from .switch_inline_query_chosen_chat import SwitchInlineQueryChosenChat
from .text_quote import TextQuote
from .transaction_partner import TransactionPartner
from .transaction_partner_affiliate_program import TransactionPartnerAffiliateProgram
from .transaction_partner_chat import TransactionPartnerChat
from .transaction_partner_fragment import TransactionPartnerFragment
from .transaction_partner_other import TransactionPartnerOther
from .transaction_partner_telegram_ads import TransactionPartnerTelegramAds
from .transaction_partner_telegram_api import TransactionPartnerTelegramApi
from .transaction_partner_union import TransactionPartnerUnion
from .transaction_partner_user import TransactionPartnerUser
from .unique_gift import UniqueGift
from .unique_gift_backdrop import UniqueGiftBackdrop
from .unique_gift_backdrop_colors import UniqueGiftBackdropColors
from .unique_gift_colors import UniqueGiftColors
from .unique_gift_info import UniqueGiftInfo
from .unique_gift_model import UniqueGiftModel
from .unique_gift_symbol import UniqueGiftSymbol
from .update import Update
from .user import User
from .user_chat_boosts import UserChatBoosts
from .user_profile_photos import UserProfilePhotos
from .user_rating import UserRating
from .user_shared import UserShared
from .users_shared import UsersShared
from .venue import Venue
from .video import Video
from .video_chat_ended import VideoChatEnded
from .video_chat_participants_invited import VideoChatParticipantsInvited
from .video_chat_scheduled import VideoChatScheduled
from .video_chat_started import VideoChatStarted
from .video_note import VideoNote
from .voice import Voice
from .web_app_data import WebAppData
from .web_app_info import WebAppInfo
from .webhook_info import WebhookInfo
from .write_access_allowed import WriteAccessAllowed
__all__ = ( "AcceptedGiftTypes", "AffiliateInfo", "Animation", "Audio", "BackgroundFill", "BackgroundFillFreeformGradient", "BackgroundFillGradient", "BackgroundFillSolid", "BackgroundFillUnion", "BackgroundType", "BackgroundTypeChatTheme", "BackgroundTypeFill", "BackgroundTypePattern", "BackgroundTypeUnion", "BackgroundTypeWallpaper", "Birthdate", "BotAccessSettings", "BotCommand", "BotCommandScope", "BotCommandScopeAllChatAdministrators", "BotCommandScopeAllGroupChats", "BotCommandScopeAllPrivateChats", "BotCommandScopeChat", "BotCommandScopeChatAdministrators", "BotCommandScopeChatMember", "BotCommandScopeDefault", "BotCommandScopeUnion", "BotDescription", "BotName", "BotShortDescription", "BotSubscriptionUpdated", "BufferedInputFile", "BusinessBotRights", "BusinessConnection", "BusinessIntro", "BusinessLocation", "BusinessMessagesDeleted", "BusinessOpeningHours", "BusinessOpeningHoursInterval", "CallbackGame", "CallbackQuery", "Chat", "ChatAdministratorRights", "ChatBackground", "ChatBoost", "ChatBoostAdded", "ChatBoostRemoved", "ChatBoostSource", "ChatBoostSourceGiftCode", "ChatBoostSourceGiveaway", "ChatBoostSourcePremium", "ChatBoostSourceUnion", "ChatBoostUpdated", "ChatFullInfo", "ChatIdUnion", "ChatInviteLink", "ChatJoinRequest", "ChatLocation", "ChatMember", "ChatMemberAdministrator", "ChatMemberBanned", "ChatMemberLeft", "ChatMemberMember", "ChatMemberOwner", "ChatMemberRestricted", "ChatMemberUnion", "ChatMemberUpdated", "ChatOwnerChanged", "ChatOwnerLeft", "ChatPermissions", "ChatPhoto", "ChatShared", "Checklist", "ChecklistTask", "ChecklistTasksAdded", "ChecklistTasksDone", "ChosenInlineResult", "Community", "CommunityChatAdded", "CommunityChatJoined", "CommunityChatRemoved", "Contact", "ContentType", "CopyTextButton", "DateTime", "DateTimeUnion", "Dice", "DirectMessagePriceChanged", "DirectMessagesTopic", "DisabledButton", "Document", "Downloadable", "EncryptedCredentials", "EncryptedPassportElement", "EphemeralMessageParameters", "ErrorEvent", "ExternalReplyInfo", "FSInputFile", "File", "ForceReply", "ForumTopic", "ForumTopicClosed", "ForumTopicCreated", "ForumTopicEdited", "ForumTopicReopened", "Game", "GameHighScore", "GeneralForumTopicHidden", "GeneralForumTopicUnhidden", "Gift", "GiftBackground", "GiftInfo", "Gifts", "Giveaway", "GiveawayCompleted", "GiveawayCreated", "GiveawayWinners", "InaccessibleMessage", "InlineKeyboardButton", "InlineKeyboardMarkup", "InlineQuery", "InlineQueryResult", "InlineQueryResultArticle", "InlineQueryResultAudio", "InlineQueryResultCachedAudio", "InlineQueryResultCachedDocument", "InlineQueryResultCachedGif", "InlineQueryResultCachedMpeg4Gif", "InlineQueryResultCachedPhoto", "InlineQueryResultCachedSticker", "InlineQueryResultCachedVideo", "InlineQueryResultCachedVoice", "InlineQueryResultContact", "InlineQueryResultDocument", "InlineQueryResultGame", "InlineQueryResultGif", "InlineQueryResultLocation", "InlineQueryResultMpeg4Gif", "InlineQueryResultPhoto", "InlineQueryResultUnion", "InlineQueryResultVenue", "InlineQueryResultVideo", "InlineQueryResultVoice", "InlineQueryResultsButton", "InputChecklist", "InputChecklistTask", "InputContactMessageContent", "InputFile", "InputFileUnion", "InputInvoiceMessageContent", "InputLocationMessageContent", "InputMedia", "InputMediaAnimation", "InputMediaAudio", "InputMediaDocument", "InputMediaLink", "InputMediaLivePhoto", "InputMediaLocation", "InputMediaPhoto", "InputMediaSticker", "InputMediaUnion", "InputMediaVenue", "InputMediaVideo", "InputMediaVoiceNote", "InputMessageContent", "InputMessageContentUnion", "InputPaidMedia", "InputPaidMediaLivePhoto", "InputPaidMediaPhoto", "InputPaidMediaUnion", "InputPaidMediaVideo", "InputPollMedia", "InputPollMediaUnion", "InputPollOption", "InputPollOptionMedia", "InputPollOptionMediaUnion", "InputPollOptionUnion", "InputProfilePhoto", "InputProfilePhotoAnimated", "InputProfilePhotoStatic", "InputProfilePhotoUnion", "InputRichBlock", "InputRichBlockAnchor", "InputRichBlockAnimation", "InputRichBlockAudio", "InputRichBlockBlockQuotation", "InputRichBlockButtons", "InputRichBlockCollage", "InputRichBlockDetails", "InputRichBlockDivider", "InputRichBlockDocument", "InputRichBlockExpandableBlockQuotation", "InputRichBlockFooter", "InputRichBlockList", "InputRichBlockListItem", "InputRichBlockMap", "InputRichBlockMathematicalExpression", "InputRichBlockParagraph", "InputRichBlockPhoto", "InputRichBlockPreformatted", "InputRichBlockPullQuotation", "InputRichBlockSectionHeading", "InputRichBlockSlideshow", "InputRichBlockTable", "InputRichBlockThinking", "InputRichBlockUnion", "InputRichBlockVideo", "InputRichBlockVoiceNote", "InputRichMessage", "InputRichMessageContent", "InputRichMessageMedia", "InputRichMessageMediaUnion", "InputSticker", "InputStoryContent", "InputStoryContentPhoto", "InputStoryContentUnion", "InputStoryContentVideo", "InputTextMessageContent", "InputVenueMessageContent", "Invoice", "KeyboardButton", "KeyboardButtonPollType", "KeyboardButtonRequestChat", "KeyboardButtonRequestManagedBot", "KeyboardButtonRequestUser", "KeyboardButtonRequestUsers", "LabeledPrice", "Link", "LinkPreviewOptions", "LivePhoto", "Location", "LocationAddress", "LoginUrl", "ManagedBotCreated", "ManagedBotUpdated", "MaskPosition", "MaybeInaccessibleMessage", "MaybeInaccessibleMessageUnion", "MediaUnion", "MenuButton", "MenuButtonCommands", "MenuButtonDefault", "MenuButtonUnion", "MenuButtonWebApp", "Message", "MessageAutoDeleteTimerChanged", "MessageEntity", "MessageGenerationStopped", "MessageId", "MessageOrigin", "MessageOriginChannel", "MessageOriginChat", "MessageOriginHiddenUser", "MessageOriginUnion", "MessageOriginUser", "MessageReactionCountUpdated", "MessageReactionUpdated", "OrderInfo", "OwnedGift", "OwnedGiftRegular", "OwnedGiftUnion", "OwnedGiftUnique", "OwnedGifts", "PaidMedia", "PaidMediaInfo", "PaidMediaLivePhoto", "PaidMediaPhoto", "PaidMediaPreview", "PaidMediaPurchased", "PaidMediaUnion", "PaidMediaVideo", "PaidMessagePriceChanged", "PassportData", "PassportElementError", "PassportElementErrorDataField", "PassportElementErrorFile", "PassportElementErrorFiles", "PassportElementErrorFrontSide", "PassportElementErrorReverseSide", "PassportElementErrorSelfie", "PassportElementErrorTranslationFile", "PassportElementErrorTranslationFiles", "PassportElementErrorUnion", "PassportElementErrorUnspecified", "PassportFile", "PhotoSize", "Poll", "PollAnswer", "PollMedia", "PollOption", "PollOptionAdded", "PollOptionDeleted", "PreCheckoutQuery", "PreparedInlineMessage", "PreparedKeyboardButton", "ProximityAlertTriggered", "ReactionCount", "ReactionType", "ReactionTypeCustomEmoji", "ReactionTypeEmoji", "ReactionTypePaid", "ReactionTypeUnion", "RefundedPayment", "ReplyKeyboardMarkup", "ReplyKeyboardRemove", "ReplyMarkupUnion", "ReplyParameters", "ResponseParameters", "ResultChatMemberUnion", "ResultMenuButtonUnion", "RevenueWithdrawalState", "RevenueWithdrawalStateFailed", "RevenueWithdrawalStatePending", "RevenueWithdrawalStateSucceeded", "RevenueWithdrawalStateUnion", "RichBlock", "RichBlockAnchor", "RichBlockAnimation", "RichBlockAudio", "RichBlockBlockQuotation", "RichBlockButtons", "RichBlockCaption", "RichBlockCollage", "RichBlockDetails", "RichBlockDivider", "RichBlockDocument", "RichBlockExpandableBlockQuotation", "RichBlockFooter", "RichBlockList", "RichBlockListItem", "RichBlockMap", "RichBlockMathematicalExpression", "RichBlockParagraph", "RichBlockPhoto", "RichBlockPreformatted", "RichBlockPullQuotation", "RichBlockSectionHeading", "RichBlockSlideshow", "RichBlockTable", "RichBlockTableCell", "RichBlockThinking", "RichBlockUnion", "RichBlockVideo", "RichBlockVoiceNote", "RichMessage", "RichMessageButton", "RichText", "RichTextAnchor", "RichTextAnchorLink", "RichTextBankCardNumber", "RichTextBold", "RichTextBotCommand", "RichTextButton", "RichTextCashtag", "RichTextCode", "RichTextCustomEmoji", "RichTextDateTime", "RichTextEmailAddress", "RichTextHashtag", "RichTextItalic", "RichTextMarked", "RichTextMathematicalExpression", "RichTextMention", "RichTextPhoneNumber", "RichTextReference", "RichTextReferenceLink", "RichTextSpoiler", "RichTextStrikethrough", "RichTextSubscript", "RichTextSuperscript", "RichTextTextMention", "RichTextUnderline", "RichTextUnion", "RichTextUrl", "SentGuestMessage", "SentWebAppMessage", "SharedUser", "ShippingAddress", "ShippingOption", "ShippingQuery", "StarAmount", "StarTransaction", "StarTransactions", "Sticker", "StickerSet", "Story", "StoryArea", "StoryAreaPosition", "StoryAreaType", "StoryAreaTypeLink", "StoryAreaTypeLocation", "StoryAreaTypeSuggestedReaction", "StoryAreaTypeUnion", "StoryAreaTypeUniqueGift", "StoryAreaTypeWeather", "SuccessfulPayment", "SuggestedPostApprovalFailed", "SuggestedPostApproved", "SuggestedPostDeclined", "SuggestedPostInfo", "SuggestedPostPaid", "SuggestedPostParameters", "SuggestedPostPrice", "SuggestedPostRefunded", "SwitchInlineQueryChosenChat", "TelegramObject", "TextQuote", "TransactionPartner", "TransactionPartnerAffiliateProgram", "TransactionPartnerChat", "TransactionPartnerFragment", "TransactionPartnerOther", "TransactionPartnerTelegramAds", "TransactionPartnerTelegramApi", "TransactionPartnerUnion", "TransactionPartnerUser", "UNSET_PARSE_MODE", "URLInputFile", "UniqueGift", "UniqueGiftBackdrop", "UniqueGiftBackdropColors", "UniqueGiftColors", "UniqueGiftInfo", "UniqueGiftModel", "UniqueGiftSymbol", "Update", "User", "UserChatBoosts", "UserProfileAudios", "UserProfilePhotos", "UserRating", "UserShared", "UsersShared", "Venue", "Video", "VideoChatEnded", "VideoChatParticipantsInvited", "VideoChatScheduled", "VideoChatStarted", "VideoNote", "VideoQuality", "Voice", "WebAppData", "WebAppInfo", "WebhookInfo", "WriteAccessAllowed", )
from ..client.default import Default as _Default
from .bot_access_settings import BotAccessSettings
from .bot_subscription_updated import BotSubscriptionUpdated
from .chat_owner_changed import ChatOwnerChanged
from .chat_owner_left import ChatOwnerLeft
from .community import Community
from .community_chat_added import CommunityChatAdded
from .community_chat_removed import CommunityChatRemoved
from .input_media_link import InputMediaLink
from .input_media_live_photo import InputMediaLivePhoto
from .input_media_location import InputMediaLocation
from .input_media_sticker import InputMediaSticker
from .input_media_venue import InputMediaVenue
from .input_media_voice_note import InputMediaVoiceNote
from .input_paid_media_live_photo import InputPaidMediaLivePhoto
from .input_poll_media import InputPollMedia
from .input_poll_media_union import InputPollMediaUnion
from .input_poll_option_media import InputPollOptionMedia
from .input_poll_option_media_union import InputPollOptionMediaUnion
from .input_rich_block import InputRichBlock
from .input_rich_block_anchor import InputRichBlockAnchor
from .input_rich_block_animation import InputRichBlockAnimation
from .input_rich_block_audio import InputRichBlockAudio
from .input_rich_block_block_quotation import InputRichBlockBlockQuotation
from .input_rich_block_collage import InputRichBlockCollage
from .input_rich_block_details import InputRichBlockDetails
from .input_rich_block_divider import InputRichBlockDivider
from .input_rich_block_footer import InputRichBlockFooter
from .input_rich_block_list import InputRichBlockList
from .input_rich_block_list_item import InputRichBlockListItem
from .input_rich_block_map import InputRichBlockMap
from .input_rich_block_mathematical_expression import InputRichBlockMathematicalExpression
from .input_rich_block_paragraph import InputRichBlockParagraph
from .input_rich_block_photo import InputRichBlockPhoto
from .input_rich_block_preformatted import InputRichBlockPreformatted
from .input_rich_block_pull_quotation import InputRichBlockPullQuotation
from .input_rich_block_section_heading import InputRichBlockSectionHeading
from .input_rich_block_slideshow import InputRichBlockSlideshow
from .input_rich_block_table import InputRichBlockTable
from .input_rich_block_thinking import InputRichBlockThinking
from .input_rich_block_union import InputRichBlockUnion
from .input_rich_block_video import InputRichBlockVideo
from .input_rich_block_voice_note import InputRichBlockVoiceNote
from .input_rich_message import InputRichMessage
from .input_rich_message_content import InputRichMessageContent
from .input_rich_message_media import InputRichMessageMedia
from .input_rich_message_media_union import InputRichMessageMediaUnion
from .keyboard_button_request_managed_bot import KeyboardButtonRequestManagedBot
from .link import Link
from .live_photo import LivePhoto
from .managed_bot_created import ManagedBotCreated
from .managed_bot_updated import ManagedBotUpdated
from .paid_media_live_photo import PaidMediaLivePhoto
from .poll_media import PollMedia
from .poll_option_added import PollOptionAdded
from .poll_option_deleted import PollOptionDeleted
from .prepared_keyboard_button import PreparedKeyboardButton
from .rich_block import RichBlock
from .rich_block_anchor import RichBlockAnchor
from .rich_block_animation import RichBlockAnimation
from .rich_block_audio import RichBlockAudio
from .rich_block_block_quotation import RichBlockBlockQuotation
from .rich_block_caption import RichBlockCaption
from .rich_block_collage import RichBlockCollage
from .rich_block_details import RichBlockDetails
from .rich_block_divider import RichBlockDivider
from .rich_block_footer import RichBlockFooter
from .rich_block_list import RichBlockList
from .rich_block_list_item import RichBlockListItem
from .rich_block_map import RichBlockMap
from .rich_block_mathematical_expression import RichBlockMathematicalExpression
from .rich_block_paragraph import RichBlockParagraph
from .rich_block_photo import RichBlockPhoto
from .rich_block_preformatted import RichBlockPreformatted
from .rich_block_pull_quotation import RichBlockPullQuotation
from .rich_block_section_heading import RichBlockSectionHeading
from .rich_block_slideshow import RichBlockSlideshow
from .rich_block_table import RichBlockTable
from .rich_block_table_cell import RichBlockTableCell
from .rich_block_thinking import RichBlockThinking
from .rich_block_union import RichBlockUnion
from .rich_block_video import RichBlockVideo
from .rich_block_voice_note import RichBlockVoiceNote
from .rich_message import RichMessage
from .rich_text import RichText
from .rich_text_anchor import RichTextAnchor
from .rich_text_anchor_link import RichTextAnchorLink
from .rich_text_bank_card_number import RichTextBankCardNumber
from .rich_text_bold import RichTextBold
from .rich_text_bot_command import RichTextBotCommand
from .rich_text_cashtag import RichTextCashtag
from .rich_text_code import RichTextCode
from .rich_text_custom_emoji import RichTextCustomEmoji
from .rich_text_date_time import RichTextDateTime
from .rich_text_email_address import RichTextEmailAddress
from .rich_text_hashtag import RichTextHashtag
from .rich_text_italic import RichTextItalic
from .rich_text_marked import RichTextMarked
from .rich_text_mathematical_expression import RichTextMathematicalExpression
from .rich_text_mention import RichTextMention
from .rich_text_phone_number import RichTextPhoneNumber
from .rich_text_reference import RichTextReference
from .rich_text_reference_link import RichTextReferenceLink
from .rich_text_spoiler import RichTextSpoiler
from .rich_text_strikethrough import RichTextStrikethrough
from .rich_text_subscript import RichTextSubscript
from .rich_text_superscript import RichTextSuperscript
from .rich_text_text_mention import RichTextTextMention
from .rich_text_underline import RichTextUnderline
from .rich_text_union import RichTextUnion
from .rich_text_url import RichTextUrl
from .sent_guest_message import SentGuestMessage
from .user_profile_audios import UserProfileAudios
from .video_quality import VideoQuality
_types_namespace: _loopmend_0.Any

=== aiogram.types.input_file
import aiogram.client.bot as _loopmend_2
import aiogram.types.input_file as _loopmend_0
import pathlib as _loopmend_1
from __future__ import annotations
import io
import os
from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import TYPE_CHECKING, Any
import aiofiles
if TYPE_CHECKING:
 from aiogram.client.bot import Bot
DEFAULT_CHUNK_SIZE: int
class InputFile(ABC):
 def __init__(self, filename: str | None = None, chunk_size: int = ...) -> None: ...
 @abstractmethod
 def read(self, bot: Bot) -> AsyncGenerator[bytes, None]: ...
 filename: None | str
 chunk_size: int
class BufferedInputFile(InputFile):
 def __init__(self, file: bytes, filename: str, chunk_size: int = ...) -> None: ...
 @classmethod
 def from_file(cls, path: str | Path, filename: str | None = None, chunk_size: int = ...) -> BufferedInputFile: ...
 def read(self, bot: Bot) -> AsyncGenerator[bytes, None]: ...
 data: bytes
class FSInputFile(InputFile):
 def __init__(self, path: str | Path, filename: str | None = None, chunk_size: int = ...) -> None: ...
 def read(self, bot: Bot) -> AsyncGenerator[bytes, None]: ...
 path: _loopmend_1.Path | str
class URLInputFile(InputFile):
 def __init__(self, url: str, headers: dict[str, Any] | None = None, filename: str | None = None, chunk_size: int = ..., timeout: int = ..., bot: Bot | None = None) -> None: ...
 def read(self, bot: Bot) -> AsyncGenerator[bytes, None]: ...
 bot: None | _loopmend_2.Bot
 url: str
 headers: dict
 timeout: int

=== aiogram.utils package

=== aiogram.utils.backoff
import aiogram.utils.backoff as _loopmend_0
import asyncio
import time
from dataclasses import dataclass
from random import normalvariate
@dataclass(frozen=True)
class BackoffConfig:
 min_delay: float
 max_delay: float
 factor: float
 jitter: float
 def __post_init__(self) -> None: ...
class Backoff:
 def __init__(self, config: BackoffConfig) -> None: ...
 def __iter__(self) -> "Backoff": ...
 @property
 def min_delay(self) -> float: ...
 @property
 def max_delay(self) -> float: ...
 @property
 def factor(self) -> float: ...
 @property
 def jitter(self) -> float: ...
 @property
 def next_delay(self) -> float: ...
 @property
 def current_delay(self) -> float: ...
 @property
 def counter(self) -> int: ...
 def sleep(self) -> None: ...
 async def asleep(self) -> None: ...
 def _calculate_next(self, value: float) -> float: ...
 def __next__(self) -> float: ...
 def reset(self) -> None: ...
 def __str__(self) -> str: ...
 config: _loopmend_0.BackoffConfig
 _next_delay: float
 _current_delay: float
 _counter: int

=== aiogram.utils.callback_answer
import aiogram.methods.answer_callback_query as _loopmend_1
import aiogram.utils.callback_answer as _loopmend_0
from collections.abc import Awaitable, Callable
from typing import Any
from aiogram import BaseMiddleware, loggers
from aiogram.dispatcher.flags import get_flag
from aiogram.exceptions import CallbackAnswerException
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import CallbackQuery, TelegramObject
class CallbackAnswer:
 def __init__(self, answered: bool, disabled: bool = ..., text: str | None = None, show_alert: bool | None = None, url: str | None = None, cache_time: int | None = None) -> None: ...
 def disable(self) -> None: ...
 @property
 def disabled(self) -> bool: ...
 @disabled.setter
 def disabled(self, value: bool) -> None: ...
 @property
 def answered(self) -> bool: ...
 @property
 def text(self) -> str | None: ...
 @text.setter
 def text(self, value: str | None) -> None: ...
 @property
 def show_alert(self) -> bool | None: ...
 @show_alert.setter
 def show_alert(self, value: bool | None) -> None: ...
 @property
 def url(self) -> str | None: ...
 @url.setter
 def url(self, value: str | None) -> None: ...
 @property
 def cache_time(self) -> int | None: ...
 @cache_time.setter
 def cache_time(self, value: int | None) -> None: ...
 def __str__(self) -> str: ...
 _answered: bool
 _disabled: bool
 _text: None | str
 _show_alert: None | bool
 _url: None | str
 _cache_time: None | int
class CallbackAnswerMiddleware(BaseMiddleware):
 def __init__(self, pre: bool = ..., text: str | None = None, show_alert: bool | None = None, url: str | None = None, cache_time: int | None = None) -> None: ...
 async def __call__(self, handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]], event: TelegramObject, data: dict[str, Any]) -> Any: ...
 def construct_callback_answer(self, properties: dict[str, Any] | bool | None) -> CallbackAnswer: ...
 def answer(self, event: CallbackQuery, callback_answer: CallbackAnswer) -> AnswerCallbackQuery: ...
 text: None | str
 show_alert: None | bool
 url: None | str
 cache_time: None | int
 pre: bool

=== aiogram.utils.chat_action
import aiogram.client.bot as _loopmend_1
import aiogram.utils.chat_action as _loopmend_0
import asyncio.locks as _loopmend_2
import asyncio
import logging
import time
from asyncio import Event, Lock
from collections.abc import Awaitable, Callable
from contextlib import suppress
from types import TracebackType
from typing import Any
from aiogram import BaseMiddleware, Bot
from aiogram.dispatcher.flags import get_flag
from aiogram.types import Message, TelegramObject
logger = logging.getLogger(__name__)
DEFAULT_INTERVAL = 5.0
DEFAULT_INITIAL_SLEEP = 0.0
class ChatActionSender:
 def __init__(self, *, bot: Bot, chat_id: str | int, message_thread_id: int | None = None, action: str = ..., interval: float = ..., initial_sleep: float = ...) -> None: ...
 @property
 def running(self) -> bool: ...
 async def _wait(self, interval: float) -> None: ...
 async def _worker(self) -> None: ...
 async def _run(self) -> None: ...
 async def _stop(self) -> None: ...
 async def __aenter__(self) -> "ChatActionSender": ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_value: BaseException | None, traceback: TracebackType | None) -> Any: ...
 @classmethod
 def typing(cls, chat_id: int | str, bot: Bot, message_thread_id: int | None = None, interval: float = ..., initial_sleep: float = ...) -> "ChatActionSender": ...
 @classmethod
 def upload_photo(cls, chat_id: int | str, bot: Bot, message_thread_id: int | None = None, interval: float = ..., initial_sleep: float = ...) -> "ChatActionSender": ...
 @classmethod
 def record_video(cls, chat_id: int | str, bot: Bot, message_thread_id: int | None = None, interval: float = ..., initial_sleep: float = ...) -> "ChatActionSender": ...
 @classmethod
 def upload_video(cls, chat_id: int | str, bot: Bot, message_thread_id: int | None = None, interval: float = ..., initial_sleep: float = ...) -> "ChatActionSender": ...
 @classmethod
 def record_voice(cls, chat_id: int | str, bot: Bot, message_thread_id: int | None = None, interval: float = ..., initial_sleep: float = ...) -> "ChatActionSender": ...
 @classmethod
 def upload_voice(cls, chat_id: int | str, bot: Bot, message_thread_id: int | None = None, interval: float = ..., initial_sleep: float = ...) -> "ChatActionSender": ...
 @classmethod
 def upload_document(cls, chat_id: int | str, bot: Bot, message_thread_id: int | None = None, interval: float = ..., initial_sleep: float = ...) -> "ChatActionSender": ...
 @classmethod
 def choose_sticker(cls, chat_id: int | str, bot: Bot, message_thread_id: int | None = None, interval: float = ..., initial_sleep: float = ...) -> "ChatActionSender": ...
 @classmethod
 def find_location(cls, chat_id: int | str, bot: Bot, message_thread_id: int | None = None, interval: float = ..., initial_sleep: float = ...) -> "ChatActionSender": ...
 @classmethod
 def record_video_note(cls, chat_id: int | str, bot: Bot, message_thread_id: int | None = None, interval: float = ..., initial_sleep: float = ...) -> "ChatActionSender": ...
 @classmethod
 def upload_video_note(cls, chat_id: int | str, bot: Bot, message_thread_id: int | None = None, interval: float = ..., initial_sleep: float = ...) -> "ChatActionSender": ...
 bot: _loopmend_1.Bot
 chat_id: int | str
 message_thread_id: None | int
 action: str
 interval: float
 initial_sleep: float
 _lock: _loopmend_2.Lock
 _close_event: _loopmend_2.Event
 _closed_event: _loopmend_2.Event
 _task: asyncio.Task[Any] | None
class ChatActionMiddleware(BaseMiddleware):
 async def __call__(self, handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]], event: TelegramObject, data: dict[str, Any]) -> Any: ...

=== aiogram.utils.deep_linking
from __future__ import annotations
__all__ = [ "create_deep_link", "create_start_link", "create_startapp_link", "create_startgroup_link", "create_telegram_link", "decode_payload", "encode_payload", ]
import re
from typing import TYPE_CHECKING, Literal, cast
from aiogram.utils.link import create_telegram_link
from aiogram.utils.payload import decode_payload, encode_payload
if TYPE_CHECKING:
 from collections.abc import Callable
 from aiogram import Bot
BAD_PATTERN = re.compile(r"[^a-zA-Z0-9-_]")
DEEPLINK_PAYLOAD_LENGTH = 64
async def create_start_link(bot: Bot, payload: str, encode: bool = ..., encoder: Callable[[bytes], bytes] | None = None) -> str: ...
async def create_startgroup_link(bot: Bot, payload: str, encode: bool = ..., encoder: Callable[[bytes], bytes] | None = None) -> str: ...
async def create_startapp_link(bot: Bot, payload: str, encode: bool = ..., app_name: str | None = None, encoder: Callable[[bytes], bytes] | None = None) -> str: ...
def create_deep_link(username: str, link_type: Literal["start", "startgroup", "startapp"], payload: str, app_name: str | None = None, encode: bool = ..., encoder: Callable[[bytes], bytes] | None = None) -> str: ...

=== aiogram.utils.i18n package
from .context import get_i18n, gettext, lazy_gettext, lazy_ngettext, ngettext
from .core import I18n
from .middleware import ( ConstI18nMiddleware, FSMI18nMiddleware, I18nMiddleware, SimpleI18nMiddleware, )
__all__ = ( "ConstI18nMiddleware", "FSMI18nMiddleware", "I18n", "I18nMiddleware", "SimpleI18nMiddleware", "get_i18n", "gettext", "lazy_gettext", "lazy_ngettext", "ngettext", )

=== aiogram.utils.i18n.middleware
import aiogram.dispatcher.middlewares.base as _loopmend_0
import aiogram.utils.i18n.core as _loopmend_1
from __future__ import annotations
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any
try:
 from babel import Locale, UnknownLocaleError
except ImportError:
 Locale = None
 class UnknownLocaleError(Exception):
  ...
from aiogram import BaseMiddleware, Router
if TYPE_CHECKING:
 from collections.abc import Awaitable, Callable
 from aiogram.fsm.context import FSMContext
 from aiogram.types import TelegramObject, User
 from aiogram.utils.i18n.core import I18n
class I18nMiddleware(BaseMiddleware, ABC):
 def __init__(self, i18n: I18n, i18n_key: str | None = ..., middleware_key: str = ...) -> None: ...
 def setup(self: BaseMiddleware, router: Router, exclude: set[str] | None = None) -> BaseMiddleware: ...
 async def __call__(self, handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]], event: TelegramObject, data: dict[str, Any]) -> Any: ...
 @abstractmethod
 async def get_locale(self, event: TelegramObject, data: dict[str, Any]) -> str: ...
 i18n: _loopmend_1.I18n
 i18n_key: None | str
 middleware_key: str
class SimpleI18nMiddleware(I18nMiddleware):
 def __init__(self, i18n: I18n, i18n_key: str | None = ..., middleware_key: str = ...) -> None: ...
 async def get_locale(self, event: TelegramObject, data: dict[str, Any]) -> str: ...
class ConstI18nMiddleware(I18nMiddleware):
 def __init__(self, locale: str, i18n: I18n, i18n_key: str | None = ..., middleware_key: str = ...) -> None: ...
 async def get_locale(self, event: TelegramObject, data: dict[str, Any]) -> str: ...
 locale: str
class FSMI18nMiddleware(SimpleI18nMiddleware):
 def __init__(self, i18n: I18n, key: str = ..., i18n_key: str | None = ..., middleware_key: str = ...) -> None: ...
 async def get_locale(self, event: TelegramObject, data: dict[str, Any]) -> str: ...
 async def set_locale(self, state: FSMContext, locale: str) -> None: ...
 key: str

=== aiogram.webhook package

=== aiogram.webhook.aiohttp_server
import aiogram.client.bot as _loopmend_1
import aiogram.dispatcher.dispatcher as _loopmend_4
import aiohttp.payload as _loopmend_3
import aiohttp.web_response as _loopmend_2
import typing as _loopmend_0
import asyncio
import secrets
from abc import ABC, abstractmethod
from asyncio import Transport
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, cast
from aiohttp import JsonPayload, MultipartWriter, Payload, web
from aiohttp.typedefs import Handler
from aiohttp.web_app import Application
from aiohttp.web_middlewares import middleware
from aiogram import Bot, Dispatcher, loggers
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.webhook.security import IPFilter
if TYPE_CHECKING:
 from aiogram.types import InputFile
def setup_application(app: Application, dispatcher: Dispatcher, /, **kwargs: Any) -> None: ...
def check_ip(ip_filter: IPFilter, request: web.Request) -> tuple[str, bool]: ...
def ip_filter_middleware(ip_filter: IPFilter) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]: ...
class BaseRequestHandler(ABC):
 def __init__(self, dispatcher: Dispatcher, handle_in_background: bool = ..., **data: Any) -> None: ...
 def register(self, app: Application, /, path: str, **kwargs: Any) -> None: ...
 async def _handle_close(self, *a: Any, **kw: Any) -> None: ...
 @abstractmethod
 async def close(self) -> None: ...
 @abstractmethod
 async def resolve_bot(self, request: web.Request) -> Bot: ...
 @abstractmethod
 def verify_secret(self, telegram_secret_token: str, bot: Bot) -> bool: ...
 async def _background_feed_update(self, bot: Bot, update: dict[str, Any]) -> None: ...
 async def _handle_request_background(self, bot: Bot, request: web.Request) -> web.Response: ...
 def _build_response_writer(self, bot: Bot, result: TelegramMethod[TelegramType] | None) -> Payload: ...
 async def _handle_request(self, bot: Bot, request: web.Request) -> web.Response: ...
 async def handle(self, request: web.Request) -> web.Response: ...
 __call__ = handle
 dispatcher: _loopmend_4.Dispatcher
 handle_in_background: bool
 data: dict
 _background_feed_update_tasks: set[asyncio.Task[Any]]
class SimpleRequestHandler(BaseRequestHandler):
 def __init__(self, dispatcher: Dispatcher, bot: Bot, handle_in_background: bool = ..., secret_token: str | None = None, **data: Any) -> None: ...
 def verify_secret(self, telegram_secret_token: str, bot: Bot) -> bool: ...
 async def close(self) -> None: ...
 async def resolve_bot(self, request: web.Request) -> Bot: ...
 bot: _loopmend_1.Bot
 secret_token: None | str
class TokenBasedRequestHandler(BaseRequestHandler):
 def __init__(self, dispatcher: Dispatcher, handle_in_background: bool = ..., bot_settings: dict[str, Any] | None = None, **data: Any) -> None: ...
 def verify_secret(self, telegram_secret_token: str, bot: Bot) -> bool: ...
 async def close(self) -> None: ...
 def register(self, app: Application, /, path: str, **kwargs: Any) -> None: ...
 async def resolve_bot(self, request: web.Request) -> Bot: ...
 bot_settings: dict
 bots: dict[str, Bot]

