# djangorestframework 3.18.3 BSD-3-Clause
=== rest_framework package
__title__ = 'Django REST framework'
__version__ = '3.18.3'
__author__ = 'Tom Christie'
__license__ = 'BSD-3-Clause'
__copyright__ = 'Copyright 2011-2023 Encode OSS Ltd'
VERSION = __version__
HTTP_HEADER_ENCODING = 'iso-8859-1'
ISO_8601 = 'iso-8601'
DJANGO_DURATION_FORMAT = 'django'

=== rest_framework.authtoken package

=== rest_framework.authtoken.views
import rest_framework.parsers as _loopmend_0
import rest_framework.renderers as _loopmend_1
import rest_framework.response as _loopmend_2
import typing as _loopmend_3
from rest_framework import parsers, renderers
from rest_framework.authtoken.models import Token
from rest_framework.authtoken.serializers import AuthTokenSerializer
from rest_framework.response import Response
from rest_framework.views import APIView
class ObtainAuthToken(APIView):
 throttle_classes: tuple[()]
 permission_classes: tuple[()]
 parser_classes: tuple[type[_loopmend_0.FormParser], type[_loopmend_0.MultiPartParser], type[_loopmend_0.JSONParser]]
 renderer_classes: tuple[type[_loopmend_1.JSONRenderer]]
 serializer_class = AuthTokenSerializer
 def get_serializer_context(self) -> dict: ...
 def get_serializer(self, *args, **kwargs): ...
 def post(self, request, *args, **kwargs) -> _loopmend_2.Response: ...
obtain_auth_token: _loopmend_3.Callable[..., _loopmend_3.Any] | _loopmend_3.Callable[..., _loopmend_3.Coroutine[_loopmend_3.Any, _loopmend_3.Any, _loopmend_3.Any]]

=== rest_framework.parsers
import django.http.request as _loopmend_1
import rest_framework.parsers as _loopmend_2
import typing as _loopmend_0
import codecs
import contextlib
from django.conf import settings
from django.core.files.uploadhandler import StopFutureHandlers
from django.http import QueryDict
from django.http.multipartparser import ChunkIter
from django.http.multipartparser import ( MultiPartParser as DjangoMultiPartParser )
from django.http.multipartparser import MultiPartParserError
from django.utils.http import parse_header_parameters
from rest_framework import renderers
from rest_framework.exceptions import ParseError
from rest_framework.settings import api_settings
from rest_framework.utils import json
def get_encoding(parser_context): ...
class DataAndFiles:
 def __init__(self, data, files) -> None: ...
 data: _loopmend_0.Any
 files: _loopmend_0.Any
class BaseParser:
 media_type = None
 def parse(self, stream, media_type = None, parser_context = None): ...
class JSONParser(BaseParser):
 media_type = 'application/json'
 renderer_class = renderers.JSONRenderer
 strict = api_settings.STRICT_JSON
 def parse(self, stream, media_type = None, parser_context = None): ...
class FormParser(BaseParser):
 media_type = 'application/x-www-form-urlencoded'
 def parse(self, stream, media_type = None, parser_context = None) -> _loopmend_1.QueryDict: ...
class MultiPartParser(BaseParser):
 media_type = 'multipart/form-data'
 def parse(self, stream, media_type = None, parser_context = None) -> _loopmend_2.DataAndFiles: ...
class FileUploadParser(BaseParser):
 media_type = '*/*'
 errors: dict[str, str]
 def parse(self, stream, media_type = None, parser_context = None) -> _loopmend_2.DataAndFiles: ...
 def get_filename(self, stream, media_type, parser_context): ...

=== rest_framework.schemas package
import typing as _loopmend_0
from rest_framework.settings import api_settings
from . import openapi
from .inspectors import DefaultSchema
from .openapi import AutoSchema, SchemaGenerator
def get_schema_view(title = None, url = None, description = None, urlconf = None, renderer_classes = None, public = ..., patterns = None, generator_class = None, authentication_classes = ..., permission_classes = ..., version = None) -> _loopmend_0.Callable[..., _loopmend_0.Any] | _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]: ...

=== rest_framework.views
import django.http.response as _loopmend_4
import rest_framework.request as _loopmend_3
import rest_framework.response as _loopmend_0
import rest_framework.views as _loopmend_2
import typing as _loopmend_1
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import connections, models
from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.encoding import smart_str
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import View
from rest_framework import exceptions, status
from rest_framework.compat import split_header_value
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.schemas import DefaultSchema
from rest_framework.settings import api_settings
from rest_framework.utils import formatting
def get_view_name(view): ...
def get_view_description(view, html = ...): ...
def set_rollback() -> None: ...
def exception_handler(exc, context) -> None | _loopmend_0.Response: ...
class APIView(View):
 renderer_classes = api_settings.DEFAULT_RENDERER_CLASSES
 parser_classes = api_settings.DEFAULT_PARSER_CLASSES
 authentication_classes = api_settings.DEFAULT_AUTHENTICATION_CLASSES
 throttle_classes = api_settings.DEFAULT_THROTTLE_CLASSES
 permission_classes = api_settings.DEFAULT_PERMISSION_CLASSES
 content_negotiation_class = api_settings.DEFAULT_CONTENT_NEGOTIATION_CLASS
 metadata_class = api_settings.DEFAULT_METADATA_CLASS
 versioning_class = api_settings.DEFAULT_VERSIONING_CLASS
 settings = api_settings
 schema: _loopmend_1.Any
 @classmethod
 def as_view(cls, **initkwargs) -> _loopmend_1.Callable[..., _loopmend_1.Any] | _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, _loopmend_1.Any]]: ...
 @property
 def allowed_methods(self) -> list[str]: ...
 @property
 def default_response_headers(self) -> dict[str, str]: ...
 def http_method_not_allowed(self, request, *args, **kwargs): ...
 def permission_denied(self, request, message = None, code = None): ...
 def throttled(self, request, wait): ...
 def get_authenticate_header(self, request): ...
 def get_parser_context(self, http_request) -> dict[str, _loopmend_2.APIView | dict | tuple | tuple[()]]: ...
 def get_renderer_context(self) -> dict[str, None | _loopmend_2.APIView | _loopmend_3.Request | dict | tuple | tuple[()]]: ...
 def get_exception_handler_context(self) -> dict[str, None | _loopmend_2.APIView | _loopmend_3.Request | dict | tuple | tuple[()]]: ...
 def get_view_name(self): ...
 def get_view_description(self, html = ...): ...
 def get_format_suffix(self, **kwargs): ...
 def get_renderers(self) -> list: ...
 def get_parsers(self) -> list: ...
 def get_authenticators(self) -> list: ...
 def get_permissions(self) -> list: ...
 def get_throttles(self) -> list: ...
 def get_content_negotiator(self): ...
 def get_exception_handler(self): ...
 def perform_content_negotiation(self, request, force = ...): ...
 def perform_authentication(self, request) -> None: ...
 def check_permissions(self, request) -> None: ...
 def check_object_permissions(self, request, obj) -> None: ...
 def check_throttles(self, request) -> None: ...
 def determine_version(self, request, *args, **kwargs) -> tuple[None, None] | tuple[_loopmend_1.Any, _loopmend_1.Any]: ...
 def initialize_request(self, request, *args, **kwargs) -> _loopmend_3.Request: ...
 def initial(self, request, *args, **kwargs) -> None: ...
 def finalize_response(self, request, response, *args, **kwargs) -> _loopmend_4.HttpResponseBase: ...
 def handle_exception(self, exc): ...
 def raise_uncaught_exception(self, exc): ...
 def dispatch(self, request, *args, **kwargs) -> _loopmend_4.HttpResponseBase: ...
 def options(self, request, *args, **kwargs): ...
 args: tuple
 headers: dict[str, str]
 request: _loopmend_3.Request
 kwargs: dict
 _negotiator: _loopmend_1.Any
 format_kwarg: _loopmend_1.Any
 response: _loopmend_4.HttpResponseBase

